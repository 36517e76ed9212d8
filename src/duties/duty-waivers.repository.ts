import { Injectable } from '@nestjs/common';
import { NotFound, unknownId } from '../shared/domain/domain-error.js';
import type { DutyRule } from '../shared/domain/separation-of-duties.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import type { Position } from '../shared/http/page.js';
import { refusing } from '../shared/persistence/constraint-violation.js';
import { postOfAct } from '../shared/persistence/post-of-act.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import { DutyWaiver } from './duty-waiver.entity.js';

const COLUMNS = `id, version, rule, person_id AS "personId", engagement_id AS "engagementId", reason,
  permitted_by AS "permittedBy", permitted_as AS "permittedAs",
  ${postOfAct('duty_waivers', 'permitted_in')} AS "permittedIn", permitted_on AS "permittedOn", recorded_by AS "recordedBy",
  made_elsewhere AS "madeElsewhere", valid_from AS "validFrom", valid_until AS "validUntil",
  ended_on AS "endedOn", ended_by AS "endedBy", ended_reason AS "endedReason"`;

const READ = `SELECT ${COLUMNS} FROM duty_waivers WHERE organization_id = $1 AND id = $2`;

const LIST = `
  SELECT ${COLUMNS} FROM duty_waivers
  WHERE organization_id = $1
    AND ($2::text IS NULL OR rule = $2)
    AND ($3::uuid IS NULL OR person_id = $3)
    AND ($4::boolean IS NULL OR (engagement_id IS NULL) = $4)
    AND ($5::date IS NULL OR ($5 BETWEEN valid_from AND valid_until AND ended_on IS NULL))
    AND ($6::date IS NULL OR (valid_until, id) > ($6, $7::uuid))
  ORDER BY valid_until, id LIMIT $8`;

/** One for the engagement before a standing one. Whoever ends it waits for the act, or the act for them. */
const ADMITTING = `
  SELECT id FROM duty_waivers
  WHERE organization_id = $1 AND rule = $2 AND person_id = $3 AND (engagement_id IS NULL OR engagement_id = $4)
    AND $5 BETWEEN valid_from AND valid_until AND ended_on IS NULL
  ORDER BY engagement_id, valid_until DESC, id LIMIT 1 FOR SHARE`;

/** Ids of the body that name nothing. */
const UNKNOWN = {
  fk_duty_waivers_person: () => unknownId('#/personId'),
  fk_duty_waivers_engagement: () => unknownId('#/engagementId'),
};

export type DutyWaiverRow = Omit<DutyWaiver, 'organizationId'>;

/** Which waivers a list shows. */
export interface DutyWaiverFilter {
  readonly rule?: string | undefined;
  readonly personId?: string | undefined;
  readonly standing?: string | undefined;
  readonly on?: string | undefined;
  readonly limit: number;
}

/** What would have to be admitted. */
export interface JoinedDuty {
  readonly rule: DutyRule;
  readonly personId: string;
  readonly engagementId: string;
  readonly day: string;
}

@Injectable()
export class DutyWaiversRepository {
  async insert(tx: Tx, scope: Scope, row: DutyWaiverRow): Promise<void> {
    const entity = { ...row, organizationId: scope.organizationId };
    await refusing(UNKNOWN, () => tx.insert(DutyWaiver, entity));
  }

  /** @throws NotFound */
  async read(tx: Tx, scope: Scope, id: string): Promise<DutyWaiverRow> {
    const values = [scope.organizationId, id];
    const [row] = await execute<DutyWaiverRow>(tx, {
      name: 'duty-waiver-read',
      text: READ,
      values,
    });
    if (row === undefined) throw new NotFound();
    return row;
  }

  /** @throws NotFound, Stale */
  async lock(tx: Tx, scope: Scope, id: string, expected: ExpectedVersion): Promise<DutyWaiverRow> {
    expected.require();
    const values = [scope.organizationId, id];
    const statement = { name: 'duty-waiver-lock', text: `${READ} FOR UPDATE`, values };
    const [row] = await execute<DutyWaiverRow>(tx, statement);
    if (row === undefined) throw new NotFound();
    expected.compare(row.version);
    return row;
  }

  async update(
    tx: Tx,
    scope: Scope,
    before: DutyWaiverRow,
    patch: Pick<DutyWaiverRow, 'endedOn' | 'endedBy' | 'endedReason'>,
  ): Promise<DutyWaiverRow> {
    const change = { ...patch, version: before.version + 1 };
    await tx.update(DutyWaiver, { organizationId: scope.organizationId, id: before.id }, change);
    return { ...before, ...change };
  }

  /** The next to lapse first. */
  list(
    tx: Tx,
    scope: Scope,
    filter: DutyWaiverFilter,
    after: Position | undefined,
  ): Promise<DutyWaiverRow[]> {
    const { rule, personId, standing, on, limit } = filter;
    const wanted = [rule, personId, standing, on, after?.key, after?.id];
    return execute(tx, {
      name: 'duty-waiver-list',
      text: LIST,
      values: [scope.organizationId, ...wanted.map((value) => value ?? null), limit],
    });
  }

  /** Who issued a token to those of these that are other systems. */
  async issuersTo(tx: Tx, scope: Scope, ids: readonly string[]): Promise<readonly string[]> {
    const rows = await execute<{ issuedBy: string }>(tx, {
      name: 'api-token-issuers',
      text: `SELECT DISTINCT issued_by AS "issuedBy" FROM api_tokens
             WHERE organization_id = $1 AND system_id = ANY($2::uuid[])`,
      values: [scope.organizationId, ids],
    });
    return rows.map(({ issuedBy }) => issuedBy);
  }

  /** The waiver that admits it, held until the transaction ends; undefined where none does. */
  async admitting(tx: Tx, scope: Scope, duty: JoinedDuty): Promise<string | undefined> {
    const { rule, personId, engagementId, day } = duty;
    const [row] = await execute<{ id: string }>(tx, {
      name: 'duty-waiver-admitting',
      text: ADMITTING,
      values: [scope.organizationId, rule, personId, engagementId, day],
    });
    return row?.id;
  }
}
