import { Injectable } from '@nestjs/common';
import type { Caller } from '../shared/authorization/caller.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import { Transactor } from '../shared/persistence/transactor.js';
import { ApplicationFiles } from './application-files.js';
import { ApprovalBooks } from './approval-books.js';
import { Decisions } from './decisions.js';
import type { UseApplicationDto } from './dto/use-application.dto.js';
import type { RevokeUseApprovalDto } from './dto/use-revocation.dto.js';
import { concernedBy, StandingApprovals } from './standing-approvals.js';

/** Taking an approval of use back. */
@Injectable()
export class UseRevocationsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly books: ApprovalBooks,
    private readonly files: ApplicationFiles,
    private readonly decisions: Decisions,
    private readonly standing: StandingApprovals,
  ) {}

  /**
   * Takes back an approval the caller read. What it proved is open again, the entry in the ledger ends, and
   * the engagement may apply anew.
   * @throws NotFound, Stale, InvalidInput, WrongStage, ApplicationNotThere, AuthorizingOfficialNotNamed, RoleRequired
   */
  revoke(
    caller: Caller,
    id: string,
    expected: ExpectedVersion,
    body: RevokeUseApprovalDto,
  ): Promise<UseApplicationDto> {
    return this.transactor.write(caller, async (tx) => {
      const file = await this.files.lock(tx, caller, id, { expected, to: 'revoked' });
      const { dossier } = file;
      const approval = await this.standing.of(tx, caller, dossier.engagement.id);
      if (approval === undefined) throw new Error('An approved application has an approval');
      await this.decisions.recordRevocation(tx, caller, dossier, approval, body);
      await this.standing.revoke(tx, caller, approval, body.reason);
      await this.books.dossiers.touch(tx, caller, dossier);
      await this.books.notices.tell(tx, caller, dossier, {
        code: 'use-approval.revoked',
        subject: { kind: 'use-application', id },
        people: concernedBy(file.application, approval),
      });
      return this.files.show(tx, caller, id);
    });
  }
}
