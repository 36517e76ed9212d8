import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { separatedActs, waiverColumn, type SeparatedAct } from '../duties/index.js';
import type { Position } from '../shared/http/page.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import type { JoinedDutiesQuery, JoinedDutyDto } from './dto/joined-duty.dto.js';

/** An act with its place in the list. */
export type JoinedDutyRow = { [K in keyof JoinedDutyDto]: JoinedDutyDto[K] } & {
  readonly place: string;
};

@Injectable()
export class JoinedDutiesRepository {
  private readonly text: string;

  constructor(dataSource: DataSource) {
    const parts = separatedActs().flatMap(({ target, act }) =>
      partsOf(act, dataSource.getMetadata(target).tableName),
    );
    this.text = `SELECT * FROM (${parts.join('\nUNION ALL ')}) joined
      WHERE ($2::text IS NULL OR rule = $2) AND ($3::uuid IS NULL OR "personId" = $3)
        AND ($4::uuid IS NULL OR "waiverId" = $4)
        AND ($5::text IS NULL OR (place COLLATE "C", "recordId") < ($5, $6::uuid))
      ORDER BY place COLLATE "C" DESC, "recordId" DESC LIMIT $7`;
  }

  /** The last act first. */
  list(
    tx: Tx,
    scope: Scope,
    { rule, personId, waiverId, limit }: JoinedDutiesQuery,
    after: Position | undefined,
  ): Promise<JoinedDutyRow[]> {
    const wanted = [rule, personId, waiverId, after?.key, after?.id];
    return execute<JoinedDutyRow>(tx, {
      name: 'joined-duties',
      text: this.text,
      values: [scope.organizationId, ...wanted.map((value) => value ?? null), limit],
    });
  }
}

/** What is admitted by waivers and, where there is one, by the setting that joins the duties. */
function partsOf(act: SeparatedAct, table: string): string[] {
  const { by, unlessJoined } = act;
  const waiver = `NEW.${waiverColumn(act)}`;
  const underWaiver = `${selected(act)}, w.person_id AS "personId", w.id AS "waiverId", NULL::text AS "settingId"
    FROM ${table} NEW JOIN duty_waivers w ON w.organization_id = NEW.organization_id AND w.id = ${waiver}
    WHERE NEW.organization_id = $1 AND ${waiver} IS NOT NULL`;
  if (unlessJoined === undefined) return [underWaiver];
  return [
    underWaiver,
    `${selected(act)}, s.person_id, NULL, '${unlessJoined.setting}'
    FROM ${table} NEW CROSS JOIN LATERAL (SELECT DISTINCT p FROM unnest(ARRAY[${by.join(', ')}]) p
      WHERE p = ANY (${unlessJoined.apartFrom})) s (person_id)
    WHERE NEW.organization_id = $1 AND NEW.duties_joined`,
  ];
}

function selected(act: SeparatedAct): string {
  const { name, rule, record, recordId = 'NEW.id', recordNumber = `''`, engagement, on } = act;
  return `SELECT '${rule}' AS rule, '${record}' AS "recordKind", ${recordId} AS "recordId",
    ${engagement} AS "engagementId", ${on} AS "actedOn", concat_ws('/', ${on}, '${name}', ${recordNumber}) AS place`;
}
