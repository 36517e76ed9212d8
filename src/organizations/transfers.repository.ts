import { Injectable } from '@nestjs/common';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import type { RegisteredPerson, RegisteredPost, RegisteredUnit } from './domain/transfer-plan.js';

/** Posts that are not over before a day, in the order of the register of units. */
const POSTS = `SELECT p.id, p.version, p.person_id AS "personId", p.role_id AS "roleId", p.unit_id AS "unitId",
    p.valid_from AS "validFrom", p.valid_until AS "validUntil", p.acting
  FROM posts p WHERE p.organization_id = $1 AND coalesce(p.valid_until, 'infinity') >= $2
  ORDER BY p.unit_id NULLS FIRST, p.role_id, p.id`;

const PEOPLE = `SELECT id, name, email, ended_on AS "endedOn" FROM people
  WHERE organization_id = $1 AND kind = 'human' ORDER BY id`;

const UNITS = `SELECT id, parent_id AS "parentId", name, ended_on AS "endedOn" FROM org_units
  WHERE organization_id = $1 ORDER BY id`;

/** The register of staff as the transfers are read against it. */
@Injectable()
export class TransfersRepository {
  posts(tx: Tx, { organizationId }: Scope, day: string): Promise<RegisteredPost[]> {
    return execute<{ [K in keyof RegisteredPost]: RegisteredPost[K] }>(tx, {
      name: 'transfer-posts',
      text: POSTS,
      values: [organizationId, day],
    });
  }

  people(tx: Tx, { organizationId }: Scope): Promise<RegisteredPerson[]> {
    return execute<{ [K in keyof RegisteredPerson]: RegisteredPerson[K] }>(tx, {
      name: 'transfer-people',
      text: PEOPLE,
      values: [organizationId],
    });
  }

  units(tx: Tx, { organizationId }: Scope): Promise<RegisteredUnit[]> {
    return execute<{ [K in keyof RegisteredUnit]: RegisteredUnit[K] }>(tx, {
      name: 'transfer-units',
      text: UNITS,
      values: [organizationId],
    });
  }
}
