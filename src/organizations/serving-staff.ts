import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { AuditTrail, type Actor } from '../audit-trail/index.js';
import { NotFound } from '../shared/domain/domain-error.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import { BusinessClock } from '../shared/time/clock.js';
import { Post } from './post.entity.js';

const SERVING = `
  SELECT EXISTS (SELECT FROM posts p
    WHERE p.organization_id = h.organization_id AND p.person_id = h.id AND p.role_id = ANY($3::text[])
      AND p.valid_from <= $4 AND (p.valid_until IS NULL OR p.valid_until >= $4)) AS "holdsRole"
  FROM people h
  WHERE h.organization_id = $1 AND h.id = $2 AND h.kind = 'human' AND (h.ended_on IS NULL OR h.ended_on >= $4)`;

/** Who is to hold a role, and where. */
export interface Appointment {
  readonly personId: string;
  /** Any of these suffices; where none is held, the first is given. */
  readonly roles: readonly [string, ...string[]];
  /** Null for a role of the whole body or firm. */
  readonly unitId: string | null;
}

/** The people of a body or firm as a decision of another feature appoints them. */
@Injectable()
export class ServingStaff {
  constructor(
    private readonly trail: AuditTrail,
    private readonly clock: BusinessClock,
  ) {}

  /** Gives someone a role from today, unless they hold it. @throws NotFound where nobody such serves */
  async appoint(tx: Tx, actor: Actor, { personId, roles, unitId }: Appointment): Promise<void> {
    const { organizationId } = actor;
    const validFrom = this.clock.today();
    const [person] = await execute<{ holdsRole: boolean }>(tx, {
      name: 'person-serving',
      text: SERVING,
      values: [organizationId, personId, roles, validFrom],
    });
    if (person === undefined) throw new NotFound();
    if (person.holdsRole) return;
    const after = { id: uuidv7(), personId, roleId: roles[0], unitId, validFrom, validUntil: null };
    await tx.insert(Post, { ...after, organizationId, acting: false });
    const subject = { kind: 'post', id: after.id };
    await this.trail.append(tx, actor, { action: 'post.appointed', subject, after });
  }
}
