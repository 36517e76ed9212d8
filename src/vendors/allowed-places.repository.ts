import { Injectable } from '@nestjs/common';
import { postOfAct } from '../shared/persistence/post-of-act.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import { AllowedPlacesDecision } from './allowed-places.entity.js';
import type { AllowedPlaces, PlacesDecided } from './domain/place.js';

/** What of a decision is stored, without its owner. */
export type AllowedPlacesRow = Omit<AllowedPlacesDecision, 'organizationId'>;

const LOCK = `pg_advisory_xact_lock`;
const KEY = `(hashtextextended('allowed-places:' || $1, 0))`;

@Injectable()
export class AllowedPlacesRepository {
  async insert(tx: Tx, { organizationId }: Scope, row: AllowedPlacesRow): Promise<void> {
    await tx.insert(AllowedPlacesDecision, { ...row, organizationId });
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

  /** Lets one decide at a time, while nobody decides on use. */
  async lock(tx: Tx, { organizationId }: Scope): Promise<void> {
    const text = `SELECT ${LOCK}${KEY}`;
    await execute(tx, { name: 'allowed-places-lock', text, values: [organizationId] });
  }

  /** Keeps what is allowed as it is, until a decision on use is written. */
  async keep(tx: Tx, { organizationId }: Scope): Promise<void> {
    const text = `SELECT ${LOCK}_shared${KEY}`;
    await execute(tx, { name: 'allowed-places-keep', text, values: [organizationId] });
  }

  /** What the decision that holds allows, and what the one before it did. */
  async lastChange(tx: Tx, { organizationId }: Scope): Promise<PlacesDecided> {
    const [after, before] = await execute<{ items: AllowedPlaces[] }>(tx, {
      name: 'allowed-places-last-change',
      text: 'SELECT items FROM allowed_places WHERE organization_id = $1 ORDER BY version DESC LIMIT 2',
      values: [organizationId],
    });
    return { before: before?.items ?? [], after: after?.items ?? [] };
  }
}
