import { Injectable } from '@nestjs/common';
import { NotFound } from '../shared/domain/domain-error.js';
import type { Position } from '../shared/http/page.js';
import { instant } from '../shared/persistence/instant-sql.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import type { Notice } from './notice.entity.js';

/** Only people who serve on the day are told: another system reads its own answers, and who left is gone. */
const INSERT = `
  INSERT INTO notices (organization_id, id, person_id, event_id, code, subject_kind, subject_id, engagement_id, created_at)
  SELECT $1, n.id, h.id, $4, $5, $6, $7, $8, $9
  FROM unnest($2::uuid[], $3::uuid[]) AS n (id, person_id)
  JOIN people h ON h.organization_id = $1 AND h.id = n.person_id
  WHERE h.kind = 'human' AND coalesce(h.ended_on, 'infinity') >= $10
  RETURNING person_id AS "personId"`;

const LIST = `
  SELECT id, code, subject_kind AS "subjectKind", subject_id AS "subjectId", engagement_id AS "engagementId",
    ${instant('created_at')} AS "createdAt", ${instant('read_at')} AS "readAt"
  FROM notices
  WHERE organization_id = $1 AND person_id = $2
    AND ($3::boolean IS NULL OR (read_at IS NULL) = $3)
    AND ($4::uuid IS NULL OR id < $4)
  ORDER BY id DESC LIMIT $5`;

/** A write that finds no row says nothing of why: it was read before, or is not theirs. */
const READ = `
  WITH unread AS (UPDATE notices SET read_at = greatest($4::timestamptz, created_at)
    WHERE organization_id = $1 AND id = $2 AND person_id = $3 AND read_at IS NULL RETURNING id)
  SELECT EXISTS (SELECT FROM notices WHERE organization_id = $1 AND id = $2 AND person_id = $3) AS "isTheirs"`;

/** What everyone who is told has in common. */
type NoticeEvent = Pick<
  Notice,
  'eventId' | 'code' | 'subjectKind' | 'subjectId' | 'engagementId' | 'createdAt'
>;

/** A notice as its reader has it. */
export type NoticeRow = Omit<Notice, 'organizationId' | 'personId' | 'eventId'>;

@Injectable()
export class NoticesRepository {
  /** Writes one row for each of them who serves on the day, @returns who that is */
  async insert(
    tx: Tx,
    { organizationId }: Scope,
    event: NoticeEvent,
    to: {
      readonly ids: readonly string[];
      readonly people: readonly string[];
      readonly on: string;
    },
  ): Promise<string[]> {
    const { eventId, code, subjectKind, subjectId, engagementId, createdAt } = event;
    const rows = await execute<{ personId: string }>(tx, {
      name: 'notices-insert',
      text: INSERT,
      values: [
        ...[organizationId, to.ids, to.people, eventId, code],
        ...[subjectKind, subjectId, engagementId, createdAt, to.on],
      ],
    });
    return rows.map(({ personId }) => personId);
  }

  /** The notices of a person, newest first. */
  list(
    tx: Tx,
    { organizationId }: Scope,
    personId: string,
    page: {
      readonly isUnread: boolean | undefined;
      readonly after: Position | undefined;
      readonly limit: number;
    },
  ): Promise<NoticeRow[]> {
    const { isUnread, after, limit } = page;
    return execute(tx, {
      name: 'notices-list',
      text: LIST,
      values: [organizationId, personId, isUnread ?? null, after?.id ?? null, limit],
    });
  }

  /** Notes when a person first read a notice of theirs. @throws NotFound */
  async markRead(
    tx: Tx,
    { organizationId }: Scope,
    { id, personId }: { readonly id: string; readonly personId: string },
    at: string,
  ): Promise<void> {
    const [row] = await execute<{ isTheirs: boolean }>(tx, {
      name: 'notice-read',
      text: READ,
      values: [organizationId, id, personId, at],
    });
    if (row?.isTheirs !== true) throw new NotFound();
  }
}
