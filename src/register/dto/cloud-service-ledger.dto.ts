import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { ENTRY_STATUSES, type EntryStatus } from '../../approvals/index.js';
import { IsId, MayBeLeftOut } from '../../shared/http/validators.js';
import { LedgerQuery } from './ledger.dto.js';

export class CloudServiceLedgerQuery extends LedgerQuery {
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

/** An approved cloud service (承認済みクラウドサービス). */
export class CloudServiceLedgerLineDto {
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

  /** The cloud service manager (クラウドサービス管理者). */
  managerId!: string;

  managerName!: string;

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

export class CloudServiceLedgerPageDto {
  items!: CloudServiceLedgerLineDto[];

  /** Send as `after` for the next page; null on the last. */
  nextCursor!: string | null;
}
