import { EvidenceFile } from './evidence-file.entity.js';
import { FileAttachment } from './file-attachment.entity.js';
import { HeldFile } from './held-file.entity.js';

export { ENDINGS as FILE_ENDINGS } from './domain/file-types.js';
export { FileAttachments, type NamedFile } from './file-attachments.js';
export { FileHandover } from './file-handover.js';
export { HeldFiles, type ExaminedFile } from './held-files.js';
export { FormReception, type ReceivedForm, type SentFile } from './reception/form-reception.js';
export { FilesModule } from './files.module.js';
export { FilesSettings } from './files-settings.js';
export { OrphanSweep } from './orphan-sweep.js';
export { StoredFiles } from './stored-files.js';

/** The tables of evidence files. */
export const fileEntities = [EvidenceFile, FileAttachment, HeldFile];
