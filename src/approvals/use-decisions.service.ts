import { Injectable } from '@nestjs/common';
import type { Caller } from '../shared/authorization/caller.js';
import { refuse } from '../shared/domain/domain-error.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import { Transactor } from '../shared/persistence/transactor.js';
import { BusinessClock } from '../shared/time/clock.js';
import { ApplicationFiles } from './application-files.js';
import { ApprovalBooks } from './approval-books.js';
import { Decisions } from './decisions.js';
import { decisionFaults } from './domain/decision-rules.js';
import { statusAfter } from './domain/use-application-lifecycle.js';
import type { UseApplicationDto } from './dto/use-application.dto.js';
import type { DecideUseApplicationDto } from './dto/use-decision.dto.js';

/** Decisions on use applications, taken here or recorded as made in the document system. */
@Injectable()
export class UseDecisionsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly books: ApprovalBooks,
    private readonly files: ApplicationFiles,
    private readonly decisions: Decisions,
    private readonly clock: BusinessClock,
  ) {}

  /**
   * Decides on the application and the dossier the caller read. An approval enters the service in
   * the ledger and appoints its manager at once.
   * @throws NotFound, Stale, InvalidInput, ApplicationNotThere, AuthorizingOfficialNotNamed,
   * RoleRequired, SeparationOfDuties, GateClosed
   */
  decide(
    caller: Caller,
    id: string,
    expected: ExpectedVersion,
    body: DecideUseApplicationDto,
  ): Promise<UseApplicationDto> {
    const faults = decisionFaults(body, this.clock.today());
    refuse(faults);
    return this.transactor.write(caller, async (tx) => {
      const to = statusAfter(body.outcome);
      const file = await this.files.lock(tx, caller, id, { expected, to });
      const { application: before, dossier } = file;
      const decision = await this.decisions.record(tx, caller, file, body);
      const after = await this.files.applications.update(tx, caller, before, { status: to });
      const uses = to === 'approved' ? { cloudServiceId: before.cloudServiceId } : {};
      await this.books.dossiers.touch(tx, caller, dossier, uses);
      await this.books.trail.append(tx, caller, {
        action: `use-application.${to}`,
        subject: { kind: 'use-application', id },
        before,
        after,
        facts: { decision: decision.id, contentHash: decision.contentHash },
      });
      return this.files.show(tx, caller, id);
    });
  }
}
