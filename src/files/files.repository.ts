import { Injectable } from '@nestjs/common';
import { NotFound } from '../shared/domain/domain-error.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import type { Position } from '../shared/http/page.js';
import { instant } from '../shared/persistence/instant-sql.js';
import { refusing } from '../shared/persistence/constraint-violation.js';
import type { VendorPerson } from '../shared/domain/vendor-person.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import type { ContentKey } from './content/content-store.js';
import { FileAttached } from './domain/file.errors.js';
import type { FileResponseDto } from './dto/file.dto.js';
import { EvidenceFile } from './evidence-file.entity.js';

const COLUMNS = `f.id, f.version, f.name, f.media_type AS "mediaType", f.bytes, f.sha256, f.state, f.signature,
  f.uploaded_by AS "uploadedBy", f.given_by AS "givenBy", ${instant('f.uploaded_at')} AS "uploadedAt",
  (SELECT coalesce(json_agg(json_build_object('subjectKind', a.subject_kind, 'subjectId', a.subject_id,
      'attachedBy', a.attached_by, 'attachedAt', ${instant('a.attached_at')}) ORDER BY a.attached_at, a.subject_id), '[]')
    FROM file_attachments a WHERE a.organization_id = f.organization_id AND a.file_id = f.id) AS attachments`;

/** A file as it is handed to another owner. */
export type HandedFile = Pick<
  EvidenceFile,
  'id' | 'name' | 'mediaType' | 'bytes' | 'sha256' | 'state' | 'signature'
>;

@Injectable()
export class FilesRepository {
  async insert(tx: Tx, scope: Scope, row: Omit<EvidenceFile, 'organizationId'>): Promise<void> {
    await tx.insert(EvidenceFile, { ...row, organizationId: scope.organizationId });
  }

  /** @throws NotFound */
  async read(tx: Tx, scope: Scope, id: string): Promise<FileResponseDto> {
    const [row] = await execute<FileResponseDto>(tx, {
      name: 'file-read',
      text: `SELECT ${COLUMNS} FROM files f WHERE f.organization_id = $1 AND f.id = $2`,
      values: [scope.organizationId, id],
    });
    if (row === undefined) throw new NotFound();
    return row;
  }

  /** Locks the file for a change of what the caller saw. @throws NotFound, Stale */
  async lock(
    tx: Tx,
    scope: Scope,
    id: string,
    expected: ExpectedVersion,
  ): Promise<FileResponseDto> {
    expected.require();
    const [row] = await execute<FileResponseDto>(tx, {
      name: 'file-lock',
      text: `SELECT ${COLUMNS} FROM files f WHERE f.organization_id = $1 AND f.id = $2 FOR UPDATE OF f`,
      values: [scope.organizationId, id],
    });
    if (row === undefined) throw new NotFound();
    expected.compare(row.version);
    return row;
  }

  /** Newest first. */
  list(
    tx: Tx,
    scope: Scope,
    page: { readonly after: Position | undefined; readonly limit: number },
  ): Promise<FileResponseDto[]> {
    return execute(tx, {
      name: 'file-list',
      text: `SELECT ${COLUMNS} FROM files f
             WHERE f.organization_id = $1 AND ($2::uuid IS NULL OR f.id < $2)
             ORDER BY f.id DESC LIMIT $3`,
      values: [scope.organizationId, page.after?.id ?? null, page.limit],
    });
  }

  /** Files that are about to be handed to another owner, kept as they are until the transaction ends. */
  handed(tx: Tx, { organizationId }: Scope, ids: readonly string[]): Promise<HandedFile[]> {
    return execute<HandedFile & Record<string, unknown>>(tx, {
      name: 'files-handed',
      text: `SELECT id, name, media_type AS "mediaType", bytes, sha256, state, signature FROM files
             WHERE organization_id = $1 AND id = ANY ($2::uuid[]) ORDER BY sha256, id`,
      values: [organizationId, ids],
    });
  }

  /** Enters files that were handed over, under the ids they have; one handed over before stays as it is. */
  async receive(
    tx: Tx,
    { organizationId }: Scope,
    file: HandedFile,
    { givenBy, at }: { readonly givenBy: VendorPerson; readonly at: string },
  ): Promise<boolean> {
    const { id, name, mediaType, bytes, sha256, state, signature } = file;
    const received = await execute(tx, {
      name: 'file-receive',
      text: `INSERT INTO files (organization_id, id, version, name, media_type, bytes, sha256, state, signature, given_by, uploaded_at)
             VALUES ($1, $2, 1, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING RETURNING id`,
      values: [
        ...[organizationId, id, name, mediaType, bytes, sha256, state, signature],
        ...[givenBy, at],
      ],
    });
    return received.length > 0;
  }

  /** @throws FileAttached */
  async remove(tx: Tx, { organizationId }: Scope, id: string): Promise<void> {
    await refusing({ fk_file_attachments_file: () => new FileAttached() }, () =>
      tx.delete(EvidenceFile, { organizationId, id }),
    );
  }

  /** Lets nobody else keep or remove this content until the transaction ends. */
  async lockContent(tx: Tx, { organizationId, sha256 }: ContentKey): Promise<void> {
    await execute(tx, {
      name: 'file-content-lock',
      text: `SELECT pg_advisory_xact_lock(hashtextextended('file' || $1 || $2, 0))`,
      values: [organizationId, sha256],
    });
  }

  /** Whether any file has this content, those that are held among them. */
  async hasContent(tx: Tx, { organizationId, sha256 }: ContentKey): Promise<boolean> {
    const rows = await execute(tx, {
      name: 'file-of-content',
      text: `SELECT 1 FROM files WHERE organization_id = $1 AND sha256 = $2
             UNION ALL SELECT 1 FROM held_files WHERE organization_id = $1 AND sha256 = $2 LIMIT 1`,
      values: [organizationId, sha256],
    });
    return rows.length > 0;
  }
}
