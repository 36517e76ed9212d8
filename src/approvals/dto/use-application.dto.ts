import { ApiProperty, PartialType } from '@nestjs/swagger';
import { HeldPostDto } from '../../shared/http/held-post.dto.js';
import { IsId, LongText, MayBeLeftOut, ShortText } from '../../shared/http/validators.js';
import {
  USE_APPLICATION_STATUSES,
  type UseApplicationStatus,
} from '../domain/use-application-lifecycle.js';
import { UseDecisionDto } from './use-decision.dto.js';
import { UseRevocationDto } from './use-revocation.dto.js';

export class DraftUseApplicationDto {
  /** The service to be used, as it is registered under `/v1/cloud-services`. */
  @IsId()
  cloudServiceId!: string;

  /** What it is used for. */
  @LongText()
  purpose!: string;

  /** Who uses it, and how many. @example '町民課の職員12名' */
  @LongText()
  usersScope!: string;

  /** The rule document in force that the application follows: on cloud use or, needed at submission for a social-media service, its operating procedure (運用手順). */
  @MayBeLeftOut()
  @IsId()
  ruleDocumentId?: string;

  /** The terms that were read; needed at submission where only standard terms apply. */
  @MayBeLeftOut()
  @IsId()
  termsSnapshotId?: string;

  /** Why the risk of use under terms that cannot be negotiated is acceptable, and what is done about it; needed at submission where only standard terms apply. */
  @MayBeLeftOut()
  @LongText()
  riskAcceptance?: string;

  /** The account of the body, by name or address; needed at submission for a social-media service, refused for any other. @example '町公式（広報） https://social.example/town' */
  @MayBeLeftOut()
  @ShortText()
  account?: string;

  /** What may be published with the account (発信できる情報); needed at submission for a social-media service, refused for any other. @example '公開済みの催し、募集及び災害時の避難情報。個人が特定される写真は載せない。' */
  @MayBeLeftOut()
  @LongText()
  permittedContent?: string;
}

/** What is changed with a submission; everything else stays as it was drawn up or last submitted. */
export class SubmitUseApplicationDto extends PartialType(DraftUseApplicationDto, {
  skipNullProperties: false,
}) {}

/** What an application says. */
export class UseApplicationContentDto {
  cloudServiceId!: string;

  purpose!: string;

  usersScope!: string;

  ruleDocumentId!: string | null;

  termsSnapshotId!: string | null;

  riskAcceptance!: string | null;

  /** The account of the body; null unless the service is social media. */
  account!: string | null;

  /** What may be published with the account; null unless the service is social media. */
  permittedContent!: string | null;
}

/** A version of an application as it was submitted. */
export class UseApplicationSubmissionDto {
  /** 1 for the first. */
  @ApiProperty({ type: 'integer' })
  number!: number;

  applicantId!: string;

  /** The role in which it was submitted. */
  applicantRole!: string;

  /** The post of that role, and whether it was held for another (職務代理); null for what was done before this was kept. */
  submittedIn!: HeldPostDto | null;

  submittedAt!: string;

  content!: UseApplicationContentDto;
}

/** An application to use a cloud or social-media service (利用申請). */
export class UseApplicationDto extends UseApplicationContentDto {
  id!: string;

  /**
   * Version of the application and of the dossier it rests on, also sent as `ETag`: it changes with
   * the application, and with every change of the engagement. @example '2.17'
   */
  version!: string;

  engagementId!: string;

  @ApiProperty({ enum: USE_APPLICATION_STATUSES })
  status!: UseApplicationStatus;

  /** Who drew it up. */
  authorId!: string;

  /** Who applies; null before the first submission. */
  applicantId!: string | null;

  /** Why the approval counts no more. */
  voidedReason!: string | null;

  submissions!: UseApplicationSubmissionDto[];

  decisions!: UseDecisionDto[];

  /** How the approval was taken back; null unless the status is `revoked`. */
  revocation!: UseRevocationDto | null;
}

export class UseApplicationListDto {
  items!: UseApplicationDto[];
}
