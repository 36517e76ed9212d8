import { Injectable } from '@nestjs/common';
import { NotFound, unknownId } from '../shared/domain/domain-error.js';
import { searchKey } from '../shared/domain/japanese-text.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import type { Position } from '../shared/http/page.js';
import { refusing } from '../shared/persistence/constraint-violation.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import { IsNull } from 'typeorm';
import { DataItem } from './data-item.entity.js';
import { Engagement } from './engagement.entity.js';

const COLUMNS = `id, version, title, description, kinds, work_types AS "workTypes", tier_answers AS "tierAnswers",
  unit_id AS "unitId", segment, policy_version_id AS "policyVersionId", starts_on AS "startsOn", ends_on AS "endsOn",
  status, course, facts, vendor_id AS "vendorId", cloud_service_id AS "cloudServiceId", drafted_by AS "draftedBy", taken_over_from AS "takenOverFrom",
  registered_on AS "registeredOn", closed_on AS "closedOn",
  to_char(updated_at, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "updatedAt"`;

const LIST = `
  SELECT ${COLUMNS} FROM engagements
  WHERE organization_id = $1
    AND ($2::text IS NULL OR status = $2)
    AND ($3::uuid IS NULL OR unit_id = $3)
    AND ($4::timestamptz IS NULL OR (updated_at, id) < ($4, $5::uuid))
  ORDER BY updated_at DESC, id DESC LIMIT $6`;

/** Ids of the body that name nothing. */
const UNKNOWN = {
  fk_engagements_unit: () => unknownId('#/unitId'),
  fk_engagements_vendor: () => unknownId('#/vendorId'),
};

/** What of an engagement is written; the search key follows from the title. */
export type EngagementRow = Omit<Engagement, 'organizationId' | 'searchKey'>;
export type DataItemRow = Omit<DataItem, 'organizationId' | 'endedOn'>;

/** Which engagements a list shows. */
export interface EngagementFilter {
  readonly status?: string | undefined;
  readonly unitId?: string | undefined;
  readonly limit: number;
}

@Injectable()
export class EngagementsRepository {
  async insert(tx: Tx, scope: Scope, row: Omit<EngagementRow, 'updatedAt'>): Promise<void> {
    const { organizationId } = scope;
    const key = searchKey(row.title);
    const entity = { ...row, organizationId, searchKey: key, updatedAt: () => 'now()' };
    await refusing(UNKNOWN, () => tx.insert(Engagement, entity));
  }

  /** @throws NotFound */
  async read(tx: Tx, scope: Scope, id: string): Promise<EngagementRow> {
    return found(
      await execute<EngagementRow>(tx, {
        name: 'engagement-read',
        text: `SELECT ${COLUMNS} FROM engagements WHERE organization_id = $1 AND id = $2`,
        values: [scope.organizationId, id],
      }),
    );
  }

  /**
   * Locks the engagement, and with it everything of its dossier: whoever writes any of it comes here
   * first. @throws NotFound, and Stale where the caller names the version they read
   */
  async lock(tx: Tx, scope: Scope, id: string, expected?: ExpectedVersion): Promise<EngagementRow> {
    expected?.require();
    const row = found(
      await execute<EngagementRow>(tx, {
        name: 'engagement-lock',
        text: `SELECT ${COLUMNS} FROM engagements WHERE organization_id = $1 AND id = $2 FOR UPDATE`,
        values: [scope.organizationId, id],
      }),
    );
    expected?.compare(row.version);
    return row;
  }

  /** Writes what changed and raises the version of the dossier. */
  async update(
    tx: Tx,
    scope: Scope,
    row: EngagementRow,
    patch: Partial<EngagementRow> = {},
  ): Promise<EngagementRow> {
    const version = row.version + 1;
    const key = { organizationId: scope.organizationId, id: row.id };
    const renamed = patch.title === undefined ? {} : { searchKey: searchKey(patch.title) };
    const change = { ...patch, ...renamed, version, updatedAt: () => 'now()' };
    await refusing(UNKNOWN, () => tx.update(Engagement, key, change));
    return this.read(tx, scope, row.id);
  }

  list(
    tx: Tx,
    scope: Scope,
    filter: EngagementFilter,
    after: Position | undefined,
  ): Promise<EngagementRow[]> {
    return execute(tx, {
      name: 'engagement-list',
      text: LIST,
      values: [
        scope.organizationId,
        filter.status ?? null,
        filter.unitId ?? null,
        after?.key ?? null,
        after?.id ?? null,
        filter.limit,
      ],
    });
  }

  dataItems(tx: Tx, scope: Scope, engagementId: string): Promise<DataItemRow[]> {
    return execute(tx, {
      name: 'data-items',
      text: `SELECT id, engagement_id AS "engagementId", name, confidentiality, integrity, availability,
                    personal_information AS "personalInformation",
                    specific_personal_information AS "specificPersonalInformation"
             FROM data_items WHERE organization_id = $1 AND engagement_id = $2 AND ended_on IS NULL ORDER BY id`,
      values: [scope.organizationId, engagementId],
    });
  }

  async insertDataItems(tx: Tx, scope: Scope, items: readonly DataItemRow[]): Promise<void> {
    const { organizationId } = scope;
    await tx.insert(
      DataItem,
      items.map((item) => ({ ...item, organizationId })),
    );
  }

  /** Ends an item; its history stays. @throws NotFound */
  async endDataItem(
    tx: Tx,
    scope: Scope,
    item: { readonly engagementId: string; readonly id: string },
    endedOn: string,
  ): Promise<void> {
    const key = { organizationId: scope.organizationId, ...item };
    const { affected } = await tx.update(DataItem, { ...key, endedOn: IsNull() }, { endedOn });
    if (affected !== 1) throw new NotFound();
  }
}

function found<Row>(rows: readonly Row[]): Row {
  const [row] = rows;
  if (row === undefined) throw new NotFound();
  return row;
}
