import { Injectable } from '@nestjs/common';
import { RecordBooks } from '../engagements/index.js';
import { Authority } from '../organizations/index.js';
import type { Caller, HeldPost } from '../shared/authorization/caller.js';
import type { Tx } from '../shared/persistence/tx.js';
import { BusinessClock } from '../shared/time/clock.js';
import { ApplicationChecks } from './application-checks.js';
import type { ApplicationFile } from './application-files.js';
import { contentOf, type ApplicationContent } from './domain/application-content.js';
import { useApprovalOf } from './domain/use-approval.js';
import type { SubmitUseApplicationDto } from './dto/use-application.dto.js';
import {
  UseApplicationsRepository,
  type UseApplicationRow,
} from './use-applications.repository.js';

/** Record kind of the base pack by which staff accept the risk of standard terms (9(3)②ア). */
const RISK_ACCEPTANCE = 'risk-acceptance';

/** Submits applications: by whom, on what terms, and only through the gate. */
@Injectable()
export class Submissions {
  constructor(
    private readonly applications: UseApplicationsRepository,
    private readonly checks: ApplicationChecks,
    private readonly records: RecordBooks,
    private readonly authority: Authority,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws InvalidInput, RoleRequired, GateClosed */
  async submit(
    tx: Tx,
    caller: Caller,
    file: ApplicationFile,
    changes: SubmitUseApplicationDto,
  ): Promise<UseApplicationRow> {
    const { application, dossier } = file;
    const submittedIn = await this.requireApplicant(tx, caller, file);
    const content = contentOf({ ...application, ...changes });
    await this.checks.require(tx, caller, dossier, content);
    await this.acceptTerms(tx, caller, file, { content, submittedIn });
    await this.records.ledger.require(tx, caller, dossier, ['apply']);
    const number = application.submissions + 1;
    const { id: applicationId, authorId } = application;
    const { personId: applicantId } = caller;
    const submission = {
      ...{ applicationId, number, authorId, applicantId, content },
      ...{ applicantRole: submittedIn.roleId, submittedIn },
    };
    await this.applications.insertSubmission(tx, caller, submission);
    const patch = { ...content, status: 'submitted', applicantId, submissions: number } as const;
    return this.applications.update(tx, caller, application, patch);
  }

  /** The post in which the caller applies. @throws RoleRequired, HeldForAnotherUnit */
  requireApplicant(tx: Tx, caller: Caller, { dossier }: ApplicationFile): Promise<HeldPost> {
    const { unitId, facts } = dossier.engagement;
    const { applicantRoles: roles } = useApprovalOf(dossier.pack, facts);
    return this.authority.postIn(tx, caller, { roles, unitId });
  }

  /** Under standard terms the application itself proves that they were read and the risk accepted. */
  private async acceptTerms(
    tx: Tx,
    caller: Caller,
    { application, dossier }: ApplicationFile,
    { content, submittedIn }: { content: ApplicationContent; submittedIn: HeldPost },
  ): Promise<void> {
    const { termsSnapshotId, riskAcceptance } = content;
    if (termsSnapshotId !== null) {
      const terms = { kind: 'terms-snapshot', id: termsSnapshotId } as const;
      await this.records.ledger.discharge(tx, caller, dossier, terms);
    }
    const { riskAcceptance: accepted, submissions } = application;
    if (riskAcceptance === null || (submissions > 0 && riskAcceptance === accepted)) return;
    await this.records.file(tx, caller, dossier, {
      ...{ kind: RISK_ACCEPTANCE, statedOn: this.clock.today(), statement: riskAcceptance },
      ...{ evidence: [], validUntil: null, recordedAs: submittedIn.roleId },
      recordedIn: submittedIn,
    });
  }
}
