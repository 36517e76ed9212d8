import { Injectable } from '@nestjs/common';
import { Stale } from '../shared/domain/domain-error.js';
import { refusing } from '../shared/persistence/constraint-violation.js';
import { postOfAct } from '../shared/persistence/post-of-act.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import { AllowedPlacesDecision } from './allowed-places.entity.js';

/** What of a decision is stored, without its owner. */
export type AllowedPlacesRow = Omit<AllowedPlacesDecision, 'organizationId'>;

@Injectable()
export class AllowedPlacesRepository {
  /** @throws Stale where another decision came first */
  async insert(tx: Tx, { organizationId }: Scope, row: AllowedPlacesRow): Promise<void> {
    await refusing({ pk_allowed_places: () => new Stale() }, () =>
      tx.insert(AllowedPlacesDecision, { ...row, organizationId }),
    );
  }

  /** The decision that holds; undefined where none was made. */
  async current(tx: Tx, scope: Scope): Promise<AllowedPlacesRow | undefined> {
    const [row] = await execute<AllowedPlacesRow>(tx, {
      name: 'allowed-places-current',
      text: `SELECT version, items, decided_by AS "decidedBy", ${postOfAct('allowed_places', 'decided_in')} AS "decidedIn",
               decided_on AS "decidedOn"
             FROM allowed_places WHERE organization_id = $1 ORDER BY version DESC LIMIT 1`,
      values: [scope.organizationId],
    });
    return row;
  }
}
