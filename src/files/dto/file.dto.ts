import { ApiProperty } from '@nestjs/swagger';
import { FILE_STATES, type FileState } from '../domain/file-state.js';

/** What a file is named as evidence of. */
export class FileAttachmentDto {
  /** As the audit trail calls it. @example 'record' */
  subjectKind!: string;

  subjectId!: string;

  attachedBy!: string;

  attachedAt!: string;
}

/** An evidence file. */
export class FileResponseDto {
  id!: string;

  /** Raised when the file is attached to something. */
  version!: number;

  /** As it was typed (NFC). @example '報告書（第1四半期）.pdf' */
  name!: string;

  /** What its content was found to be, whatever the upload said. @example 'application/pdf' */
  mediaType!: string;

  /** Size of the content. */
  bytes!: number;

  /** SHA-256 of the content, 64 lower-case hexadecimal digits. */
  sha256!: string;

  /** `unscanned`: no scanner was set up; `clean`: nothing was found; `quarantined`: malware was found and nobody gets the content. */
  @ApiProperty({ enum: FILE_STATES })
  state!: FileState;

  /** The name of the malware found. */
  signature!: string | null;

  uploadedBy!: string;

  uploadedAt!: string;

  /** What names it as evidence; while there is any, it cannot be withdrawn. */
  attachments!: FileAttachmentDto[];
}

export class FilePageDto {
  items!: FileResponseDto[];

  /** Send as `after` for the next page; null on the last. */
  nextCursor!: string | null;
}
