import { Type } from 'class-transformer';
import { IsObject, ValidateNested } from 'class-validator';
import { HeldPostDto } from '../../shared/http/held-post.dto.js';
import { MadeElsewhereDto } from '../../shared/http/made-elsewhere.dto.js';
import { LongText, MayBeLeftOut } from '../../shared/http/validators.js';

export class RevokeUseApprovalDto {
  /** Why the approval is taken back. */
  @LongText()
  reason!: string;

  /** Where it was decided in the document system and is only recorded here. */
  @MayBeLeftOut()
  @IsObject()
  @ValidateNested()
  @Type(() => MadeElsewhereDto)
  madeElsewhere?: MadeElsewhereDto;
}

/** That the approval was taken back. */
export class UseRevocationDto {
  /** The day it was decided; what the approval proved is open again from the day it was recorded. */
  revokedOn!: string;

  /** Who decided; null where it was decided elsewhere by someone not among the people. */
  revokedBy!: string | null;

  recordedBy!: string;

  /** The role in which it was decided, or in which a decision made elsewhere was recorded. */
  recordedAs!: string;

  /** The post of that role, and whether it was held for another (職務代理). */
  recordedIn!: HeldPostDto;

  reason!: string;

  madeElsewhere!: MadeElsewhereDto | null;
}
