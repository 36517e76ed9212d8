import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { refuseEnded, type Dossier } from '../engagements/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { ApplicationFiles } from './application-files.js';
import { ApprovalBooks } from './approval-books.js';
import { strayFaults } from './domain/application-content.js';
import { useApprovalOf } from './domain/use-approval.js';
import type {
  DraftUseApplicationDto,
  SubmitUseApplicationDto,
  UseApplicationDto,
  UseApplicationListDto,
} from './dto/use-application.dto.js';
import { Submissions } from './submissions.js';
import type { UseApplicationRow } from './use-applications.repository.js';
import { refuse } from '../shared/domain/domain-error.js';

const UNSAID = {
  ruleDocumentId: null,
  termsSnapshotId: null,
  riskAcceptance: null,
  account: null,
  permittedContent: null,
};

/** Applications to use a cloud service, up to the decision on them. */
@Injectable()
export class UseApplicationsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly books: ApprovalBooks,
    private readonly files: ApplicationFiles,
    private readonly submissions: Submissions,
  ) {}

  /** Draws up an application. @throws NotFound, InvalidInput, NoUseApprovalNeeded, ApplicationPending */
  draft(
    caller: Caller,
    engagementId: string,
    body: DraftUseApplicationDto,
  ): Promise<UseApplicationDto> {
    return this.transactor.write(caller, async (tx) => {
      const dossier = await this.books.dossiers.lock(tx, caller, engagementId);
      refuseEnded(dossier.engagement.status);
      useApprovalOf(dossier.pack, dossier.engagement.facts);
      if (!dossier.engagement.kinds.includes('social-media')) refuse(strayFaults(body));
      const after: UseApplicationRow = {
        ...{ ...UNSAID, ...body, id: uuidv7(), version: 1, engagementId, status: 'draft' },
        ...{ authorId: caller.personId, applicantId: null, submissions: 0, voidedReason: null },
      };
      await this.files.applications.insert(tx, caller, after);
      return this.close(tx, caller, dossier, { action: 'use-application.drafted', after });
    });
  }

  /**
   * Submits the application, with changes if any; what was submitted before stays readable.
   * @throws NotFound, Stale, InvalidInput, ApplicationNotThere, RoleRequired, GateClosed
   */
  submit(
    caller: Caller,
    id: string,
    expected: ExpectedVersion,
    body: SubmitUseApplicationDto,
  ): Promise<UseApplicationDto> {
    return this.transactor.write(caller, async (tx) => {
      const file = await this.files.lock(tx, caller, id, { expected, to: 'submitted' });
      const after = await this.submissions.submit(tx, caller, file, body);
      return this.close(tx, caller, file.dossier, {
        action: 'use-application.submitted',
        before: file.application,
        after,
      });
    });
  }

  /** Takes the application back before it is decided. @throws NotFound, Stale, ApplicationNotThere */
  withdraw(caller: Caller, id: string, expected: ExpectedVersion): Promise<UseApplicationDto> {
    return this.transactor.write(caller, async (tx) => {
      const file = await this.files.lock(tx, caller, id, { expected, to: 'withdrawn' });
      const { application: before, dossier } = file;
      if (before.authorId !== caller.personId) {
        await this.submissions.requireApplicant(tx, caller, file);
      }
      const patch = { status: 'withdrawn' } as const;
      const after = await this.files.applications.update(tx, caller, before, patch);
      return this.close(tx, caller, dossier, {
        action: 'use-application.withdrawn',
        before,
        after,
      });
    });
  }

  /** @throws NotFound */
  read(caller: Caller, id: string): Promise<UseApplicationDto> {
    return this.transactor.read(caller, (tx) => this.files.show(tx, caller, id));
  }

  /** @throws NotFound */
  async list(caller: Caller, engagementId: string): Promise<UseApplicationListDto> {
    return this.transactor.read(caller, async (tx) => ({
      items: await this.files.ofEngagement(tx, caller, engagementId),
    }));
  }

  private async close(
    tx: Tx,
    caller: Caller,
    dossier: Dossier,
    change: { action: string; before?: UseApplicationRow; after: UseApplicationRow },
  ): Promise<UseApplicationDto> {
    const { id } = change.after;
    await this.books.dossiers.touch(tx, caller, dossier);
    const subject = { kind: 'use-application', id };
    await this.books.trail.append(tx, caller, { ...change, subject });
    return this.files.show(tx, caller, id);
  }
}
