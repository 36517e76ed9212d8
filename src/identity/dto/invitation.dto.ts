import { ApiProperty } from '@nestjs/swagger';
import { IsEmail, IsIn, IsString, MaxLength, MinLength } from 'class-validator';
import { ShortText } from '../../shared/http/validators.js';
import {
  INVITATION_STANDINGS,
  type InvitationKind,
  type InvitationStanding,
} from '../domain/invitation.js';

export class InviteVendorDto {
  /** Whom of the vendor is invited. @example '山田 花子' */
  @ShortText()
  name!: string;

  /** Their address, by which they will sign in. @example 'yamada@takahashi-systems.example' */
  @IsEmail()
  @MaxLength(254)
  email!: string;
}

export class InviteColleagueDto extends InviteVendorDto {
  /** What they may do: `firm-administrator` also manages the people and links of the firm. */
  @IsIn(['firm-administrator', 'firm-member'])
  @ApiProperty({ enum: ['firm-administrator', 'firm-member'] })
  roleId!: 'firm-administrator' | 'firm-member';
}

/** An invitation by a one-time link, good for 14 days. */
export class InvitationResponseDto {
  id!: string;

  /** Whom it was sent to. */
  name!: string;

  email!: string;

  /** `superseded` by a newer one; `expired` by itself. */
  @ApiProperty({ enum: INVITATION_STANDINGS })
  standing!: InvitationStanding;

  sentBy!: string;

  sentAt!: string;

  expiresAt!: string;

  /** When it was used, withdrawn or superseded; null until then. */
  closedAt!: string | null;
}

export class SentInvitationResponseDto extends InvitationResponseDto {
  /**
   * The secret of the link, told here and nowhere else: hand `/v1/invitations/{token}` to the person
   * invited. Null where the first reply is given again (Idempotency-Key).
   */
  token!: string | null;
}

export class InvitationPageDto {
  items!: InvitationResponseDto[];

  /** Send as `after` for the next page; null on the last. */
  nextCursor!: string | null;
}

/** What somebody who holds the link is told. */
export class ShownInvitationResponseDto {
  /** `vendor`: a body invites a firm; `colleague`: a firm invites one of its people. */
  @ApiProperty({ enum: ['vendor', 'colleague'] })
  kind!: InvitationKind;

  /** The body or firm that invites. */
  organizationName!: string;

  /** The vendor invited, as the body knows it; null for a colleague. */
  vendorName!: string | null;

  name!: string;

  email!: string;

  expiresAt!: string;
}

export class AcceptInvitationDto {
  /** The name to be known by. @example '山田 花子' */
  @ShortText()
  name!: string;

  /** At least 12 characters, and hard to guess: no common word, name, date, row of keys or repetition. */
  @IsString()
  @MinLength(12)
  @MaxLength(200)
  newPassword!: string;
}

/** The account made by accepting; sign in with `POST /v1/sessions`. */
export class AcceptedInvitationResponseDto {
  firmId!: string;

  personId!: string;

  email!: string;
}

export class AcceptLinkDto {
  /** The token of the invitation that the body sent. */
  @IsString()
  @MaxLength(512)
  invitationToken!: string;
}
