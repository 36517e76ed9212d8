import { Injectable } from '@nestjs/common';
import type { HeldPost } from '../shared/authorization/caller.js';
import { NotFound } from '../shared/domain/domain-error.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import type { Position } from '../shared/http/page.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import { Post } from './post.entity.js';

const COLUMNS = `p.id, p.version, p.person_id AS "personId", p.role_id AS "roleId", p.unit_id AS "unitId",
  p.valid_from AS "validFrom", p.valid_until AS "validUntil", p.acting`;

const READ = `SELECT ${COLUMNS} FROM posts p WHERE p.organization_id = $1 AND p.id = $2`;

/** A post counts on the days it is valid on which its holder serves. */
const HELD = `SELECT p.id AS "postId", p.role_id AS "roleId", p.unit_id AS "unitId", p.acting
  FROM posts p JOIN people h ON h.organization_id = p.organization_id AND h.id = p.person_id
  WHERE p.organization_id = $1 AND p.person_id = $2 AND p.valid_from <= $3
    AND coalesce(p.valid_until, 'infinity') >= $3 AND coalesce(h.ended_on, 'infinity') >= $3
  ORDER BY p.acting, p.id`;

/** Whoever ends the post, or the service of its holder, waits until the act is done, or comes first. */
const HELD_FOR_ACT = `${HELD} FOR SHARE OF p, h`;

/** A unit and those above it, from the lowest. */
const LINE = `
  WITH RECURSIVE above (id, name, parent_id, height) AS (
    SELECT id, name, parent_id, 0 FROM org_units WHERE organization_id = $1 AND id = $2
    UNION ALL SELECT u.id, u.name, u.parent_id, height + 1
    FROM above JOIN org_units u ON u.organization_id = $1 AND u.id = above.parent_id)
  SELECT id, name FROM above ORDER BY height`;

/** A post in the unit or in one that stands under it. */
const SERVES_IN = `
  WITH RECURSIVE within AS (
    SELECT id FROM org_units WHERE organization_id = $1 AND id = $3
    UNION SELECT u.id FROM org_units u JOIN within w ON u.parent_id = w.id WHERE u.organization_id = $1)
  SELECT EXISTS (SELECT FROM posts p JOIN within w ON w.id = p.unit_id
    WHERE p.organization_id = $1 AND p.person_id = $2 AND p.valid_from <= $4
      AND coalesce(p.valid_until, 'infinity') >= $4) AS serves`;

/** Whose post it is covers a unit: it belongs to that unit, to one above it, or to the whole body. */
const HOLDERS = `
  WITH RECURSIVE covering AS (
    SELECT id, parent_id FROM org_units WHERE organization_id = $1 AND id = $3
    UNION SELECT u.id, u.parent_id FROM org_units u JOIN covering c ON u.id = c.parent_id WHERE u.organization_id = $1)
  SELECT DISTINCT p.person_id AS "personId"
  FROM posts p JOIN people h ON h.organization_id = p.organization_id AND h.id = p.person_id
  WHERE p.organization_id = $1 AND p.role_id = ANY($2::text[]) AND p.valid_from <= $4
    AND coalesce(p.valid_until, 'infinity') >= $4 AND coalesce(h.ended_on, 'infinity') >= $4
    AND (p.unit_id IS NULL OR p.unit_id IN (SELECT id FROM covering))`;

const LIST = `SELECT ${COLUMNS}
  FROM posts p JOIN people h ON h.organization_id = p.organization_id AND h.id = p.person_id
  WHERE p.organization_id = $1
    AND ($2::text IS NULL OR p.role_id = $2)
    AND ($3::uuid IS NULL OR p.person_id = $3)
    AND ($4::date IS NULL OR (p.valid_from <= $4
      AND coalesce(p.valid_until, 'infinity') >= $4 AND coalesce(h.ended_on, 'infinity') >= $4))
    AND ($5::uuid IS NULL OR p.id > $5)
  ORDER BY p.id LIMIT $6`;

const REFERENCES = `SELECT
  EXISTS (SELECT FROM people WHERE organization_id = $1 AND id = $2 AND kind = 'human'
    AND coalesce(ended_on, 'infinity') >= $4) AS person,
  $3::uuid IS NULL OR EXISTS (SELECT FROM org_units WHERE organization_id = $1 AND id = $3
    AND coalesce(ended_on, 'infinity') >= $4) AS unit`;

export type PostRow = Omit<Post, 'organizationId'>;

/** A unit by its name. */
export interface NamedUnit {
  readonly id: string;
  readonly name: string;
}

export interface PostFilter {
  readonly roleId?: string | undefined;
  readonly personId?: string | undefined;
  readonly on?: string | undefined;
  readonly limit: number;
}

@Injectable()
export class PostsRepository {
  async insert(tx: Tx, scope: Scope, row: Omit<PostRow, 'version'>): Promise<PostRow> {
    const { organizationId } = scope;
    await tx.insert(Post, { ...row, organizationId, version: 1 });
    return { ...row, version: 1 };
  }

  /** @throws NotFound, Stale */
  async lock(tx: Tx, scope: Scope, id: string, expected: ExpectedVersion): Promise<PostRow> {
    expected.require();
    const values = [scope.organizationId, id];
    const statement = { name: 'post-lock', text: `${READ} FOR UPDATE`, values };
    const [row] = await execute<PostRow>(tx, statement);
    if (row === undefined) throw new NotFound();
    expected.compare(row.version);
    return row;
  }

  async update(tx: Tx, scope: Scope, { version, ...row }: PostRow): Promise<PostRow> {
    const { organizationId } = scope;
    const { id, ...patch } = row;
    await tx.update(Post, { organizationId, id }, patch);
    return { ...row, version: version + 1 };
  }

  /** @throws NotFound */
  async read(tx: Tx, scope: Scope, id: string): Promise<PostRow> {
    const values = [scope.organizationId, id];
    const [row] = await execute<PostRow>(tx, { name: 'post-read', text: READ, values });
    if (row === undefined) throw new NotFound();
    return row;
  }

  list(tx: Tx, scope: Scope, filter: PostFilter, after: Position | undefined): Promise<PostRow[]> {
    const { roleId = null, personId = null, on = null, limit } = filter;
    const values = [scope.organizationId, roleId, personId, on, after?.id ?? null, limit];
    return execute(tx, { name: 'post-list', text: LIST, values });
  }

  /** What someone holds on a day, their own posts before those they stand in for. */
  heldOn(tx: Tx, scope: Scope, personId: string, day: string): Promise<HeldPost[]> {
    const values = [scope.organizationId, personId, day];
    return execute<{ [K in keyof HeldPost]: HeldPost[K] }>(tx, {
      name: 'posts-held',
      text: HELD,
      values,
    });
  }

  /**
   * What someone holds today, until the act is done: the rows are locked against their end, so it runs
   * in a unit of work that writes.
   */
  heldForAct(tx: Tx, scope: Scope, personId: string, today: string): Promise<HeldPost[]> {
    return execute<{ [K in keyof HeldPost]: HeldPost[K] }>(tx, {
      name: 'posts-held-for-act',
      text: HELD_FOR_ACT,
      values: [scope.organizationId, personId, today],
    });
  }

  /** A unit and those above it, from the lowest. */
  line(tx: Tx, scope: Scope, unitId: string): Promise<NamedUnit[]> {
    const values = [scope.organizationId, unitId];
    return execute<{ [K in keyof NamedUnit]: NamedUnit[K] }>(tx, {
      name: 'org-unit-line',
      text: LINE,
      values,
    });
  }

  async servesIn(
    tx: Tx,
    scope: Scope,
    personId: string,
    { unitId, day }: { readonly unitId: string; readonly day: string },
  ): Promise<boolean> {
    const values = [scope.organizationId, personId, unitId, day];
    const statement = { name: 'posts-serves-in', text: SERVES_IN, values };
    const [row] = await execute<{ serves: boolean }>(tx, statement);
    return row?.serves === true;
  }

  /** The people who hold one of the roles on a day, in a post that covers the unit. */
  async holders(
    tx: Tx,
    { organizationId }: Scope,
    roles: readonly string[],
    { unitId, day }: { readonly unitId: string; readonly day: string },
  ): Promise<string[]> {
    const values = [organizationId, roles, unitId, day];
    const statement = { name: 'posts-holders', text: HOLDERS, values };
    const rows = await execute<{ personId: string }>(tx, statement);
    return rows.map(({ personId }) => personId);
  }

  /** Whether the person serves and the unit, where one is named, exists on the first day of the post. */
  async references(
    tx: Tx,
    scope: Scope,
    { personId, unitId, validFrom }: Pick<PostRow, 'personId' | 'unitId' | 'validFrom'>,
  ): Promise<{ readonly person: boolean; readonly unit: boolean }> {
    const [row] = await execute<{ person: boolean; unit: boolean }>(tx, {
      name: 'post-references',
      text: REFERENCES,
      values: [scope.organizationId, personId, unitId, validFrom],
    });
    return row ?? { person: false, unit: false };
  }
}
