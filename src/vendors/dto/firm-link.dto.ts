import { ApiProperty } from '@nestjs/swagger';
import { ShortText } from '../../shared/http/validators.js';
import { FIRM_LINK_STATUSES, type FirmLinkStatus } from '../domain/firm-link.js';

export class EndFirmLinkDto {
  /** Why it ends; the other side reads it. @example '担当部署の変更' */
  @ShortText()
  reason!: string;
}

/** That a vendor of a body and the account of a firm are one and the same. */
export class FirmLinkResponseDto {
  id!: string;

  /** Also sent as `ETag`. */
  version!: number;

  /** The vendor record of the body. */
  vendorId!: string;

  /** The account of the firm. */
  firmId!: string;

  /** The body, as it was called when the firm accepted. */
  organizationName!: string;

  /** The firm, as it was called then. */
  firmName!: string;

  /**
   * `awaiting-body`: somebody else than the person invited accepted, and the body has not confirmed
   * them. `active`: both sides agree. `ended`: one of them ended it.
   */
  @ApiProperty({ enum: FIRM_LINK_STATUSES })
  status!: FirmLinkStatus;

  /** Who accepted for the firm. */
  acceptedBy!: string;

  acceptedByName!: string;

  acceptedByEmail!: string;

  acceptedAt!: string;

  /** Who agreed for the body; null until then. */
  agreedBy!: string | null;

  endedAt!: string | null;

  @ApiProperty({ enum: ['body', 'firm'], nullable: true, type: String })
  endedSide!: 'body' | 'firm' | null;

  endReason!: string | null;
}

export class FirmLinkPageDto {
  items!: FirmLinkResponseDto[];

  /** Send as `after` for the next page; null on the last. */
  nextCursor!: string | null;
}
