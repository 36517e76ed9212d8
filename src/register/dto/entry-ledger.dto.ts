import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { ENTRY_STATUSES, type EntryStatus } from '../../approvals/index.js';
import { IsId, MayBeLeftOut } from '../../shared/http/validators.js';
import { LedgerQuery } from './ledger.dto.js';

/** Which entries of approved services are shown. */
export class EntryLedgerQuery extends LedgerQuery {
  /** Only entries that stand so today. */
  @MayBeLeftOut()
  @IsIn(ENTRY_STATUSES)
  @ApiPropertyOptional({ enum: ENTRY_STATUSES })
  status?: EntryStatus;

  /** Only those of an engagement. */
  @MayBeLeftOut()
  @IsId()
  @ApiPropertyOptional({ type: 'string', format: 'uuid' })
  engagementId?: string;
}

/** What an approval was made subject to. */
export class LedgerConditionDto {
  text!: string;

  dueOn!: string;
}

/** What is told of every approved service. */
export class EntryLineDto {
  /** The entry. */
  id!: string;

  engagementId!: string;

  engagementTitle!: string;

  unitName!: string;

  cloudServiceId!: string;

  cloudServiceName!: string;

  /** The edition or plan that is used. */
  edition!: string | null;

  providerId!: string;

  providerName!: string;

  /** What the service is used for. */
  purpose!: string;

  usersScope!: string;

  applicationId!: string;

  approvedOn!: string;

  /** The last day of the approval; after it the service is reviewed again. */
  reviewOn!: string;

  @ApiProperty({ enum: ENTRY_STATUSES })
  status!: EntryStatus;

  conditions!: LedgerConditionDto[];

  /** The day the approval was voided; null while it stands. */
  voidedOn!: string | null;
}

/** An approved cloud service (承認済みクラウドサービス). */
export class CloudServiceLedgerLineDto extends EntryLineDto {
  /** The cloud service manager (クラウドサービス管理者). */
  managerId!: string;

  managerName!: string;
}

export class CloudServiceLedgerPageDto {
  items!: CloudServiceLedgerLineDto[];

  /** Send as `after` for the next page; null on the last. */
  nextCursor!: string | null;
}

/** A social-media service used with an account of the body. */
export class SocialMediaLedgerLineDto extends EntryLineDto {
  /** The account of the body. */
  account!: string;

  /** What may be published with it (発信できる情報). */
  permittedContent!: string;

  /** The operating procedure (運用手順) that was approved with it, a rule document. */
  procedureId!: string;

  procedureTitle!: string;

  /** As printed on it. */
  procedureNumber!: string;

  /** The person responsible for the service (責任者). */
  responsiblePersonId!: string;

  responsiblePersonName!: string;
}

export class SocialMediaLedgerPageDto {
  items!: SocialMediaLedgerLineDto[];

  /** Send as `after` for the next page; null on the last. */
  nextCursor!: string | null;
}
