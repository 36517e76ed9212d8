import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { FIRM_ROLE_IDS, type FirmRoleId } from '../domain/firm-roles.js';

/** The account of a firm. */
export class FirmResponseDto {
  id!: string;

  /** As the body that first invited the firm writes it. */
  name!: string;

  /** Corporate number (法人番号); null for a sole proprietor. */
  corporateNumber!: string | null;
}

export class ChangeFirmPersonDto {
  /** What the person may do from today: `firm-administrator` also manages its people and links. */
  @IsIn(FIRM_ROLE_IDS)
  @ApiProperty({ enum: FIRM_ROLE_IDS })
  roleId!: FirmRoleId;
}

/** Someone of the firm. */
export class FirmPersonResponseDto {
  id!: string;

  /** Also sent as `ETag`. */
  version!: number;

  name!: string;

  /** The address they sign in by. */
  email!: string;

  /** Null once they left. */
  @ApiProperty({ enum: FIRM_ROLE_IDS, nullable: true, type: String })
  roleId!: FirmRoleId | null;

  /** The last day they were of the firm; null while they are. */
  endedOn!: string | null;
}

export class FirmPersonPageDto {
  items!: FirmPersonResponseDto[];

  /** Send as `after` for the next page; null on the last. */
  nextCursor!: string | null;
}
