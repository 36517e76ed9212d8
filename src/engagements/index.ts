import { DataItem } from './data-item.entity.js';
import { EngagementRecord } from './engagement-record.entity.js';
import { Engagement } from './engagement.entity.js';
import { Obligation } from './obligation.entity.js';
import { Proof } from './proof.entity.js';
import { RuleDocument } from './rule-document.entity.js';

export { namedKinds } from './domain/proof-demand.js';
export { isProvedBy } from './domain/obligation-plan.js';
export { refuseEnded, WrongStage } from './domain/engagement.errors.js';
export { articleFaults, decisionDayFaults, periodFaults } from './domain/engagement-input.js';
export {
  COURSES,
  ENGAGEMENT_STATUSES,
  hasBegun,
  type Course,
  type EngagementStatus,
} from './domain/engagement-lifecycle.js';
export { ENGAGEMENT_STATUS_WORDS } from './domain/engagement-words.js';
export {
  holdsOn,
  OBLIGATION_STATES,
  opensGate,
  PROOF_EFFECTS,
  stateOn,
  type ObligationState,
  type ProofEffect,
} from './domain/obligation-state.js';
export { DossierNotices } from './dossier-notices.js';
export { Dossiers } from './dossiers.js';
export { EngagementContent } from './engagement-content.js';
export { EngagementsModule } from './engagements.module.js';
export { MaterialChanges } from './material-changes.js';
export type { Dossier, LedgerEntry } from './dossier.js';
export { ObligationLedger } from './obligation-ledger.js';
export {
  arisesOnSql,
  joinedEffectsSql,
  obligationStateSql,
  runsOnSql,
} from './obligation-state-sql.js';
export { RecordBooks } from './record-books.js';
export { RetentionTerms, type RetentionDay } from './retention-terms.js';
export { RuleDocumentsRepository } from './rule-documents.repository.js';
export { sectionStaff } from './separated-acts.js';
export const engagementEntities = [
  Engagement,
  DataItem,
  Obligation,
  Proof,
  EngagementRecord,
  RuleDocument,
];
