import { Injectable } from '@nestjs/common';
import { NotFound } from '../shared/domain/domain-error.js';
import type { Position } from '../shared/http/page.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import { TermsSnapshot } from './terms-snapshot.entity.js';

const COLUMNS = `s.id, s.cloud_service_id AS "cloudServiceId", s.url, s.title, s.taken_on AS "takenOn",
  s.content_hash AS "contentHash", s.text IS NOT NULL AS "hasText", s.governing_law AS "governingLaw", s.jurisdiction,
  s.notifies_foreign_demands AS "notifiesForeignDemands",
  s.content_hash <> (
    SELECT p.content_hash FROM terms_snapshots p
    WHERE p.organization_id = s.organization_id AND p.cloud_service_id = s.cloud_service_id
      AND p.url = s.url AND (p.taken_on, p.id) < (s.taken_on, s.id)
    ORDER BY p.taken_on DESC, p.id DESC LIMIT 1) AS "differsFromPrevious"`;

const OF_SERVICE =
  'FROM terms_snapshots s WHERE s.organization_id = $1 AND s.cloud_service_id = $2';

/** A snapshot without its text, beside the one before it. */
export interface SnapshotRow {
  readonly id: string;
  readonly cloudServiceId: string;
  readonly url: string;
  readonly title: string;
  readonly takenOn: string;
  readonly contentHash: string;
  readonly hasText: boolean;
  readonly governingLaw: string | null;
  readonly jurisdiction: string | null;
  readonly notifiesForeignDemands: boolean | null;
  /** Null for the first of its address. */
  readonly differsFromPrevious: boolean | null;
}

/** What terms say of law. */
export interface LawOfTerms {
  readonly termsSnapshotId: string;
  readonly governingLaw: string | null;
  readonly jurisdiction: string | null;
  readonly notifiesForeignDemands: boolean | null;
}

/** Which snapshot of which cloud service. */
export interface SnapshotKey {
  readonly cloudServiceId: string;
  readonly id: string;
}

@Injectable()
export class TermsSnapshotsRepository {
  async insert(tx: Tx, scope: Scope, row: Omit<TermsSnapshot, 'organizationId'>): Promise<void> {
    await tx.insert(TermsSnapshot, { ...row, organizationId: scope.organizationId });
  }

  /** A snapshot without its text. @throws NotFound */
  async read(tx: Tx, scope: Scope, key: SnapshotKey): Promise<SnapshotRow> {
    const [row] = await execute<SnapshotRow>(tx, {
      name: 'terms-snapshot-read',
      text: `SELECT ${COLUMNS} ${OF_SERVICE} AND s.id = $3`,
      values: [scope.organizationId, key.cloudServiceId, key.id],
    });
    if (row === undefined) throw new NotFound();
    return row;
  }

  /**
   * The hash of the terms at the address of a snapshot as they were last read, where they read otherwise
   * than in the snapshot; null where they do not.
   */
  async changedSince(tx: Tx, scope: Scope, key: SnapshotKey): Promise<string | null> {
    const [row] = await execute<{ contentHash: string }>(tx, {
      name: 'terms-snapshot-changed-since',
      text: `SELECT l.content_hash AS "contentHash" FROM terms_snapshots s
             CROSS JOIN LATERAL (SELECT p.content_hash FROM terms_snapshots p
               WHERE p.organization_id = s.organization_id AND p.cloud_service_id = s.cloud_service_id AND p.url = s.url
               ORDER BY p.taken_on DESC, p.id DESC LIMIT 1) l
             WHERE s.organization_id = $1 AND s.cloud_service_id = $2 AND s.id = $3
               AND l.content_hash <> s.content_hash`,
      values: [scope.organizationId, key.cloudServiceId, key.id],
    });
    return row?.contentHash ?? null;
  }

  /** What the terms of a service say of law in the last snapshot that notes it; null where none does. */
  async lawOf(tx: Tx, scope: Scope, cloudServiceId: string): Promise<LawOfTerms | null> {
    const [row] = await execute<{ [K in keyof LawOfTerms]: LawOfTerms[K] }>(tx, {
      name: 'terms-snapshot-law',
      text: `SELECT s.id AS "termsSnapshotId", s.governing_law AS "governingLaw", s.jurisdiction,
               s.notifies_foreign_demands AS "notifiesForeignDemands" ${OF_SERVICE}
               AND num_nonnulls(s.governing_law, s.jurisdiction, s.notifies_foreign_demands) > 0
             ORDER BY s.taken_on DESC, s.id DESC LIMIT 1`,
      values: [scope.organizationId, cloudServiceId],
    });
    return row ?? null;
  }

  /** The text of a snapshot; null where only its hash is kept. @throws NotFound */
  async textOf(tx: Tx, scope: Scope, key: SnapshotKey): Promise<string | null> {
    const [row] = await execute<{ text: string | null }>(tx, {
      name: 'terms-snapshot-text',
      text: `SELECT s.text ${OF_SERVICE} AND s.id = $3`,
      values: [scope.organizationId, key.cloudServiceId, key.id],
    });
    if (row === undefined) throw new NotFound();
    return row.text;
  }

  /** Newest first; the position is a day and an id. */
  list(
    tx: Tx,
    scope: Scope,
    cloudServiceId: string,
    page: { readonly after: Position | undefined; readonly limit: number },
  ): Promise<SnapshotRow[]> {
    const { after, limit } = page;
    return execute(tx, {
      name: 'terms-snapshot-list',
      text: `SELECT ${COLUMNS} ${OF_SERVICE}
               AND ($3::date IS NULL OR (s.taken_on, s.id) < ($3, $4::uuid))
             ORDER BY s.taken_on DESC, s.id DESC LIMIT $5`,
      values: [scope.organizationId, cloudServiceId, after?.key ?? null, after?.id ?? null, limit],
    });
  }
}
