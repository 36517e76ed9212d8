import { ApprovedCloudService } from './approved-cloud-service.entity.js';
import { TrustJudgement } from './trust-judgement.entity.js';
import { UseApplicationSubmission } from './use-application-submission.entity.js';
import { UseApplication } from './use-application.entity.js';
import { UseDecision } from './use-decision.entity.js';
import { UseRevocation } from './use-revocation.entity.js';

export { ApprovalsModule } from './approvals.module.js';
export {
  ENTRY_STANDINGS,
  ENTRY_STATUSES,
  entryStatusOn,
  type EntryStatus,
} from './domain/entry-status.js';
export { entryStatusSql } from './entry-status-sql.js';
export const approvalEntities = [
  TrustJudgement,
  UseApplication,
  UseApplicationSubmission,
  UseDecision,
  UseRevocation,
  ApprovedCloudService,
];
