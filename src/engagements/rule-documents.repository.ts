import { Injectable } from '@nestjs/common';
import { NotFound } from '../shared/domain/domain-error.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import { RuleDocument } from './rule-document.entity.js';

const COLUMNS = `id, version, kinds, title, number, effective_from AS "effectiveFrom",
  effective_until AS "effectiveUntil", disclosure, location`;

export type RuleDocumentRow = Omit<RuleDocument, 'organizationId'>;

@Injectable()
export class RuleDocumentsRepository {
  async insert(tx: Tx, scope: Scope, row: RuleDocumentRow): Promise<void> {
    await tx.insert(RuleDocument, { ...row, organizationId: scope.organizationId });
  }

  /** All documents, newest in force first. */
  list(tx: Tx, scope: Scope): Promise<RuleDocumentRow[]> {
    return execute(tx, {
      name: 'rule-documents',
      text: `SELECT ${COLUMNS} FROM rule_documents WHERE organization_id = $1 ORDER BY effective_from DESC, id DESC`,
      values: [scope.organizationId],
    });
  }

  /** @throws NotFound */
  async read(tx: Tx, scope: Scope, id: string): Promise<RuleDocumentRow> {
    const [row] = await execute<RuleDocumentRow>(tx, {
      name: 'rule-document-read',
      text: `SELECT ${COLUMNS} FROM rule_documents WHERE organization_id = $1 AND id = $2`,
      values: [scope.organizationId, id],
    });
    if (row === undefined) throw new NotFound();
    return row;
  }

  /** @throws NotFound, Stale */
  async lock(
    tx: Tx,
    scope: Scope,
    id: string,
    expected: ExpectedVersion,
  ): Promise<RuleDocumentRow> {
    expected.require();
    const [row] = await execute<RuleDocumentRow>(tx, {
      name: 'rule-document-lock',
      text: `SELECT ${COLUMNS} FROM rule_documents WHERE organization_id = $1 AND id = $2 FOR UPDATE`,
      values: [scope.organizationId, id],
    });
    if (row === undefined) throw new NotFound();
    expected.compare(row.version);
    return row;
  }

  async update(tx: Tx, scope: Scope, row: RuleDocumentRow): Promise<RuleDocumentRow> {
    const after = { ...row, version: row.version + 1 };
    await tx.update(RuleDocument, { organizationId: scope.organizationId, id: row.id }, after);
    return after;
  }

  /** Engagements that still run: those a new rule document can prove something for. */
  async openEngagementIds(tx: Tx, scope: Scope): Promise<string[]> {
    const rows = await execute<{ id: string }>(tx, {
      name: 'open-engagements',
      text: `SELECT id FROM engagements
             WHERE organization_id = $1 AND status NOT IN ('closed', 'cancelled') ORDER BY id FOR UPDATE`,
      values: [scope.organizationId],
    });
    return rows.map(({ id }) => id);
  }
}
