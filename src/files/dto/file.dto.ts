import { ApiProperty } from '@nestjs/swagger';
import { VendorPersonDto } from '../../shared/http/vendor-person.dto.js';
import { FILE_STATES, type FileState } from '../domain/file-state.js';

/** What a file is named as evidence of. */
export class FileAttachmentDto {
  /** As the audit trail calls it. @example 'record' */
  subjectKind!: string;

  subjectId!: string;

  /** Null where a vendor handed it in with its answers. */
  attachedBy!: string | null;

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

  /** Null where a vendor handed it in. */
  uploadedBy!: string | null;

  /** Who of the vendor handed it in. */
  @ApiProperty({ type: VendorPersonDto, nullable: true })
  givenBy!: VendorPersonDto | null;

  uploadedAt!: string;

  /** What names it as evidence; while there is any, it cannot be withdrawn. */
  attachments!: FileAttachmentDto[];
}

export class FilePageDto {
  items!: FileResponseDto[];

  /** Send as `after` for the next page; null on the last. */
  nextCursor!: string | null;
}
