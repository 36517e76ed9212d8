import { Module } from '@nestjs/common';
import { join } from 'node:path';
import { AuditTrailModule } from '../audit-trail/index.js';
import { ContentStore } from './content/content-store.js';
import { FolderStore } from './content/folder-store.js';
import { Contents } from './contents.js';
import { FileAttachments } from './file-attachments.js';
import { FileAttachmentsRepository } from './file-attachments.repository.js';
import { FileBooks } from './file-books.js';
import { FileHandover } from './file-handover.js';
import { FilesController } from './files.controller.js';
import { FilesRepository } from './files.repository.js';
import { FilesService } from './files.service.js';
import { FilesSettings } from './files-settings.js';
import { HeldFilesRepository } from './held-files.repository.js';
import { HeldFiles } from './held-files.js';
import { MalwareScanner } from './malware-scanner.js';
import { OrphanSweep } from './orphan-sweep.js';
import { PortalFilesController } from './portal-files.controller.js';
import { FormReception } from './reception/form-reception.js';
import { StoredFiles } from './stored-files.js';

async function storeFor({ folder, bucket }: FilesSettings): Promise<ContentStore> {
  if (bucket === undefined) return new FolderStore(join(folder, 'kept'));
  // Its client is large, and most bodies keep files in a folder.
  const { BucketStore } = await import('./content/bucket-store.js');
  return new BucketStore(bucket);
}

@Module({
  imports: [AuditTrailModule],
  controllers: [FilesController, PortalFilesController],
  providers: [
    { provide: ContentStore, inject: [FilesSettings], useFactory: storeFor },
    {
      provide: MalwareScanner,
      inject: [FilesSettings],
      useFactory: ({ scanner }: FilesSettings) => new MalwareScanner(scanner),
    },
    Contents,
    FileAttachments,
    FileAttachmentsRepository,
    FileBooks,
    FileHandover,
    FormReception,
    HeldFiles,
    HeldFilesRepository,
    FilesRepository,
    FilesService,
    OrphanSweep,
    StoredFiles,
  ],
  exports: [FileAttachments, FileHandover, FormReception, HeldFiles, OrphanSweep, StoredFiles],
})
export class FilesModule {}
