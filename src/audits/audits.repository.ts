import { Injectable } from '@nestjs/common';
import type { Caller } from '../shared/authorization/caller.js';
import { NotFound, unknownId } from '../shared/domain/domain-error.js';
import type { Position } from '../shared/http/page.js';
import { refusing } from '../shared/persistence/constraint-violation.js';
import { postOfAct } from '../shared/persistence/post-of-act.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import { Audit } from './audit.entity.js';
import { auditedPeople, type AuditedPart } from './audited-people.js';

const COLUMNS = `id, engagement_id AS "engagementId", version, status, vendor_id AS "vendorId", mode,
  planned_on AS "plannedOn", scope, planned_by AS "plannedBy", held_on AS "heldOn", opinion, evidence,
  concluded_by AS "concludedBy", concluded_as AS "concludedAs",
  ${postOfAct('audits', 'concluded_in')} AS "concludedIn", duty_waiver_id AS "dutyWaiverId"`;

const LIST = `
  SELECT ${COLUMNS} FROM audits
  WHERE organization_id = $1
    AND ($2::uuid IS NULL OR engagement_id = $2)
    AND ($3::date IS NULL OR (planned_on, id) > ($3, $4::uuid))
  ORDER BY planned_on, id LIMIT $5`;

const PART = `
  SELECT t.part FROM (${auditedPeople({
    ...{ organization: '$1', engagement: '$2::uuid', from: '$3::date', until: '$4::date' },
  })}) t WHERE t.person_id = $5 LIMIT 1`;

const UNKNOWN = { fk_audits_vendor: () => unknownId('#/vendorId') };

export type AuditRow = Omit<Audit, 'organizationId' | 'draftedBy'>;

@Injectable()
export class AuditsRepository {
  async insert(tx: Tx, scope: Scope, row: AuditRow, draftedBy: string): Promise<void> {
    const entity = { ...row, draftedBy, organizationId: scope.organizationId };
    await refusing(UNKNOWN, () => tx.insert(Audit, entity));
  }

  /** @throws NotFound */
  async read(tx: Tx, scope: Scope, id: string): Promise<AuditRow> {
    const [row] = await execute<AuditRow>(tx, {
      name: 'audit-read',
      text: `SELECT ${COLUMNS} FROM audits WHERE organization_id = $1 AND id = $2`,
      values: [scope.organizationId, id],
    });
    if (row === undefined) throw new NotFound();
    return row;
  }

  async update(
    tx: Tx,
    scope: Scope,
    before: AuditRow,
    patch: Partial<AuditRow>,
  ): Promise<AuditRow> {
    const change = { ...patch, version: before.version + 1 };
    await tx.update(Audit, { organizationId: scope.organizationId, id: before.id }, change);
    return { ...before, ...change };
  }

  /** What part someone had, in the engagement or from some day on in its section; undefined for none. */
  async partOf(
    tx: Tx,
    { organizationId, personId }: Pick<Caller, 'organizationId' | 'personId'>,
    engagementId: string,
    { from, until }: { readonly from: string; readonly until: string },
  ): Promise<AuditedPart | undefined> {
    const [row] = await execute<{ part: AuditedPart }>(tx, {
      name: 'audited-part',
      text: PART,
      values: [organizationId, engagementId, from, until, personId],
    });
    return row?.part;
  }

  /** The next planned first. */
  list(
    tx: Tx,
    scope: Scope,
    filter: { readonly engagementId?: string | undefined; readonly limit: number },
    after: Position | undefined,
  ): Promise<AuditRow[]> {
    return execute(tx, {
      name: 'audit-list',
      text: LIST,
      values: [
        scope.organizationId,
        filter.engagementId ?? null,
        after?.key ?? null,
        after?.id ?? null,
        filter.limit,
      ],
    });
  }
}
