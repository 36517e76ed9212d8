import { ApiProperty } from '@nestjs/swagger';
import { IsBase64, MaxLength } from 'class-validator';
import { TextDto } from '../../shared/http/text.dto.js';
import { CalendarDay, Sha256 } from '../../shared/http/validators.js';
import { TRANSFER_WARNINGS, type TransferWarningCode } from '../domain/transfer-plan.js';
import { TRANSFER_CHANGES, type TransferChange } from '../domain/transfer-rows.js';

/** A body of 1 MiB holds so much beside what stands around it. */
const LONGEST_WORKBOOK = 1_000_000;

export class TransferFormQuery {
  /** The day of the transfers (異動日). @example '2027-04-01' */
  @CalendarDay()
  on!: string;
}

export class PreviewTransfersDto {
  /** The day of the transfers (異動日), at most 31 days ago and 366 days ahead: who is new begins on it, who leaves ended the day before. */
  @CalendarDay()
  on!: string;

  /** The form as it was filled in: the XLSX file in Base64 (RFC 4648, 4), with 2,000 lines at most. */
  @IsBase64()
  @MaxLength(LONGEST_WORKBOOK)
  workbook!: string;
}

export class ApplyTransfersDto extends PreviewTransfersDto {
  /** The hash that the preview of this file gave. Where the register has changed since, 412. */
  @Sha256()
  previewHash!: string;
}

/** The post that ends on the last day before the transfers. */
export class EndedByTransferDto {
  postId!: string;

  personId!: string;

  personName!: string;

  /** Where to read what the post has open. */
  handover!: string;
}

/** Who takes the post from the day of the transfers. */
export class AppointedByTransferDto {
  /** Null for somebody who is to be registered. */
  personId!: string | null;

  name!: string;

  email!: string | null;

  /** The last day; null while no end is known. */
  validUntil!: string | null;

  /** Standing in for the holder (職務代理). */
  acting!: boolean;
}

/** What one line of the sheet changes. */
export class TransferStepDto {
  /** Its number in the sheet. */
  @ApiProperty({ type: 'integer' })
  row!: number;

  @ApiProperty({ enum: TRANSFER_CHANGES })
  change!: TransferChange;

  roleId!: string;

  roleLabel!: string;

  /** Null for a role of the whole body. */
  unitId!: string | null;

  /** With the units above it, e.g. 総務部／総務課. */
  unitName!: string | null;

  /** Null where no post ends. */
  end!: EndedByTransferDto | null;

  /** Null where nobody follows. */
  appoint!: AppointedByTransferDto | null;
}

export class TransferFaultDto {
  /** The cell of the sheet. @example 'B7' */
  cell!: string;

  detail!: TextDto;
}

/** Something to look at; it does not hold the transfers up. */
export class TransferWarningDto {
  /** The cell of the sheet. @example 'F7' */
  cell!: string;

  @ApiProperty({ enum: TRANSFER_WARNINGS })
  code!: TransferWarningCode;

  detail!: TextDto;
}

/** What the sheet would change. Nothing is changed yet. */
export class TransferPreviewDto {
  on!: string;

  /** The last day of the posts that end. */
  lastDay!: string;

  /** Send it to apply exactly this; null where there are faults. */
  previewHash!: string | null;

  steps!: TransferStepDto[];

  /** With any of them nothing can be applied. */
  faults!: TransferFaultDto[];

  warnings!: TransferWarningDto[];
}

export class RegisteredByTransferDto {
  id!: string;

  name!: string;

  email!: string;

  /** The password to begin with, told here and nowhere else; null where the first reply is given again. */
  initialPassword!: string | null;
}

/** Transfers that were applied. */
export class TransferResponseDto {
  /** Names it in the trail (`transfer.applied`). */
  id!: string;

  on!: string;

  /** Ids of the posts that end on the day before. */
  ended!: string[];

  /** Ids of the posts that begin on the day. */
  appointed!: string[];

  registered!: RegisteredByTransferDto[];
}
