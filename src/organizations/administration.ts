import { Injectable } from '@nestjs/common';
import { rolesWithDuty } from '../policies/index.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import { BusinessClock } from '../shared/time/clock.js';
import { BodyPolicy } from './body-policy.js';
import { LastAdministrator, leftAloneFrom } from './domain/administration.js';
import type { PostTerm } from './domain/post-term.js';

/** A post counts while its holder serves. */
const TERMS = `SELECT p.valid_from AS "validFrom", least(p.valid_until, h.ended_on) AS "validUntil"
  FROM posts p JOIN people h ON h.organization_id = p.organization_id AND h.id = p.person_id
  WHERE p.organization_id = $1 AND p.role_id = ANY($2::text[])
    AND coalesce(p.valid_until, 'infinity') >= $3 AND coalesce(h.ended_on, 'infinity') >= $3`;

/** Keeps somebody who administers the register of the body on every day that had one. */
@Injectable()
export class Administration {
  constructor(
    private readonly policy: BodyPolicy,
    private readonly clock: BusinessClock,
  ) {}

  /**
   * Makes one change of posts or people at a time in a body, so that two who administer cannot end
   * each other's posts at once.
   * @throws LastAdministrator, NoPolicyInForce
   */
  async keep<T>(tx: Tx, scope: Scope, change: () => Promise<T>): Promise<T> {
    await this.lock(tx, scope);
    const before = await this.terms(tx, scope);
    const result = await change();
    const today = this.clock.today();
    const alone = leftAloneFrom(before, await this.terms(tx, scope), today);
    if (alone !== undefined) throw new LastAdministrator(alone);
    return result;
  }

  private async lock(tx: Tx, { organizationId }: Scope): Promise<void> {
    await execute(tx, {
      name: 'staff-lock',
      text: 'SELECT FROM organizations WHERE organization_id = $1 FOR NO KEY UPDATE',
      values: [organizationId],
    });
  }

  private async terms(tx: Tx, scope: Scope): Promise<PostTerm[]> {
    const { pack } = await this.policy.inForce(tx, scope);
    const roles = rolesWithDuty(pack, 'administer');
    return execute<{ [K in keyof PostTerm]: PostTerm[K] }>(tx, {
      name: 'administering-terms',
      text: TERMS,
      values: [scope.organizationId, roles, this.clock.today()],
    });
  }
}
