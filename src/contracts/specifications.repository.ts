import { Injectable } from '@nestjs/common';
import { NotFound } from '../shared/domain/domain-error.js';
import { refusing } from '../shared/persistence/constraint-violation.js';
import { postOfAct } from '../shared/persistence/post-of-act.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import { SpecificationDraftExists } from './domain/contract.errors.js';
import type { SpecificationContent } from './domain/specification-content.js';
import { Specification } from './specification.entity.js';

const COLUMNS = `id, version, engagement_id AS "engagementId", number, status, title,
  document_number AS "documentNumber", conditions, requirements, drafted_by AS "draftedBy",
  confirmed_by AS "confirmedBy", confirmed_as AS "confirmedAs",
  ${postOfAct('specifications', 'confirmed_in')} AS "confirmedIn", confirmed_on AS "confirmedOn",
  superseded_on AS "supersededOn", content_hash AS "contentHash"`;

const REFUSALS = { uq_specifications_draft: () => new SpecificationDraftExists() };

/** A version without what its document says, which is read only to be shown. */
export type SpecificationRow = Omit<Specification, 'organizationId' | 'content'>;

@Injectable()
export class SpecificationsRepository {
  /** @throws SpecificationDraftExists */
  async insert(tx: Tx, scope: Scope, row: SpecificationRow): Promise<void> {
    const entity = { ...row, organizationId: scope.organizationId, content: null };
    await refusing(REFUSALS, () => tx.insert(Specification, entity));
  }

  /** @throws NotFound */
  async read(tx: Tx, scope: Scope, id: string): Promise<SpecificationRow> {
    const [row] = await execute<SpecificationRow>(tx, {
      name: 'specification-read',
      text: `SELECT ${COLUMNS} FROM specifications WHERE organization_id = $1 AND id = $2`,
      values: [scope.organizationId, id],
    });
    if (row === undefined) throw new NotFound();
    return row;
  }

  /** Every version of the specification of an engagement, the last first. */
  ofEngagement(tx: Tx, scope: Scope, engagementId: string): Promise<SpecificationRow[]> {
    return execute(tx, {
      name: 'specifications-of-engagement',
      text: `SELECT ${COLUMNS} FROM specifications
             WHERE organization_id = $1 AND engagement_id = $2 ORDER BY number DESC`,
      values: [scope.organizationId, engagementId],
    });
  }

  /** The version that stands; undefined where none was confirmed. */
  async confirmed(
    tx: Tx,
    scope: Scope,
    engagementId: string,
  ): Promise<SpecificationRow | undefined> {
    const [row] = await execute<SpecificationRow>(tx, {
      name: 'specification-confirmed',
      text: `SELECT ${COLUMNS} FROM specifications
             WHERE organization_id = $1 AND engagement_id = $2 AND status = 'confirmed'`,
      values: [scope.organizationId, engagementId],
    });
    return row;
  }

  /** What the document says, as it was kept at confirmation; null for a draft. */
  async content(tx: Tx, scope: Scope, id: string): Promise<SpecificationContent | null> {
    const [row] = await execute<{ content: SpecificationContent | null }>(tx, {
      name: 'specification-content',
      text: 'SELECT content FROM specifications WHERE organization_id = $1 AND id = $2',
      values: [scope.organizationId, id],
    });
    return row?.content ?? null;
  }

  /** Writes what changed and raises the version. */
  async update(
    tx: Tx,
    scope: Scope,
    before: SpecificationRow,
    patch: Partial<SpecificationRow> & { readonly content?: SpecificationContent },
  ): Promise<SpecificationRow> {
    const { content, ...columns } = patch;
    const change = { ...columns, version: before.version + 1 };
    const key = { organizationId: scope.organizationId, id: before.id };
    await tx.update(Specification, key, content === undefined ? change : { ...change, content });
    return { ...before, ...change };
  }
}
