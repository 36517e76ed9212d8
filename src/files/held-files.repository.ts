import { Injectable } from '@nestjs/common';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import type { Subject } from './file-attachments.js';
import type { HandedFile } from './files.repository.js';
import { HeldFile } from './held-file.entity.js';

@Injectable()
export class HeldFilesRepository {
  async insert(
    tx: Tx,
    { organizationId }: Scope,
    rows: readonly Omit<HeldFile, 'organizationId'>[],
  ): Promise<void> {
    await tx.insert(
      HeldFile,
      rows.map((row) => ({ ...row, organizationId })),
    );
  }

  /** Those of these ids that are held for something. */
  of(
    tx: Tx,
    { organizationId }: Scope,
    { kind, id }: Subject,
    ids: readonly string[],
  ): Promise<HandedFile[]> {
    return execute<HandedFile & Record<string, unknown>>(tx, {
      name: 'held-files',
      text: `SELECT id, name, media_type AS "mediaType", bytes, sha256, state, NULL AS signature FROM held_files
             WHERE organization_id = $1 AND subject_kind = $2 AND subject_id = $3 AND id = ANY ($4::uuid[])
             ORDER BY sha256, id`,
      values: [organizationId, kind, id, ids],
    });
  }

  /** Lets go of what is held for something, but for these ids. */
  async keepOnly(
    tx: Tx,
    { organizationId }: Scope,
    { kind, id }: Subject,
    ids: readonly string[],
  ): Promise<void> {
    await execute(tx, {
      name: 'held-files-keep-only',
      text: `DELETE FROM held_files
             WHERE organization_id = $1 AND subject_kind = $2 AND subject_id = $3 AND id <> ALL ($4::uuid[])`,
      values: [organizationId, kind, id, ids],
    });
  }
}
