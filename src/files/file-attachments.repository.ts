import { Injectable } from '@nestjs/common';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import type { EvidenceFile } from './evidence-file.entity.js';
import type { FileAttachment } from './file-attachment.entity.js';

/** A file that is about to be attached. */
export type AttachableFile = Pick<EvidenceFile, 'id' | 'state' | 'signature'>;

@Injectable()
export class FileAttachmentsRepository {
  /** Locks the files and raises their version; those of another owner are as missing as any. */
  lockFiles(tx: Tx, scope: Scope, ids: readonly string[]): Promise<AttachableFile[]> {
    return execute(tx, {
      name: 'files-attach',
      text: `UPDATE files SET version = version + 1 WHERE organization_id = $1 AND id = ANY($2::uuid[])
             RETURNING id, state, signature`,
      values: [scope.organizationId, ids],
    });
  }

  /** Attaches each of the files; one that is attached already stays as it is. */
  async insert(
    tx: Tx,
    scope: Scope,
    fileIds: readonly string[],
    to: Omit<FileAttachment, 'organizationId' | 'fileId'>,
  ): Promise<void> {
    const { subjectKind, subjectId, attachedBy, attachedAt } = to;
    await execute(tx, {
      name: 'file-attachments-insert',
      text: `INSERT INTO file_attachments (organization_id, file_id, subject_kind, subject_id, attached_by, attached_at)
             SELECT $1, unnest($2::uuid[]), $3, $4, $5, $6 ON CONFLICT DO NOTHING`,
      values: [scope.organizationId, fileIds, subjectKind, subjectId, attachedBy, attachedAt],
    });
  }

  /** What is attached to any of the subjects, in the order of its coming. */
  async of(
    tx: Tx,
    scope: Scope,
    kind: string,
    ids: readonly string[],
  ): Promise<{ subjectId: string; fileId: string }[]> {
    return execute(tx, {
      name: 'file-attachments',
      text: `SELECT subject_id AS "subjectId", file_id AS "fileId" FROM file_attachments
             WHERE organization_id = $1 AND subject_kind = $2 AND subject_id = ANY($3::uuid[])
             ORDER BY attached_at, file_id`,
      values: [scope.organizationId, kind, ids],
    });
  }
}
