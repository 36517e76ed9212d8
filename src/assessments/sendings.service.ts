import { Injectable } from '@nestjs/common';
import { refuseEnded } from '../engagements/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import { refuse } from '../shared/domain/domain-error.js';
import { Transactor } from '../shared/persistence/transactor.js';
import { AssessmentDesk } from './assessment-desk.js';
import { candidateFaults, ChecklistSender } from './checklist-sender.js';
import { dueFaults } from './domain/answer-input.js';
import { ProcedureUnderWay } from './domain/procedure.errors.js';
import type { AssessmentDto, SendAssessmentDto } from './dto/assessment.dto.js';
import { ProceduresRepository } from './procedures.repository.js';

/** How a candidate is treated that is asked by itself, outside a procedure. */
const ALONE = { procedureId: null, method: 'negotiated', toleratedDifference: '0' } as const;

/** Sends the checklist to a candidate by itself. */
@Injectable()
export class SendingsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly desk: AssessmentDesk,
    private readonly procedures: ProceduresRepository,
    private readonly sender: ChecklistSender,
  ) {}

  /**
   * Sends what the policy asks of a candidate for this engagement. Criteria, weights, texts and
   * thresholds are kept as they are now, whatever the policy says later.
   * @throws NotFound, InvalidInput, WrongStage, ProcedureUnderWay, NothingToAsk, CandidateAlreadyAssessed
   */
  send(caller: Caller, engagementId: string, body: SendAssessmentDto): Promise<AssessmentDto> {
    return this.transactor.write(caller, async (tx) => {
      const { dossiers } = this.desk.books;
      const dossier = await dossiers.lock(tx, caller, engagementId);
      refuseEnded(dossier.engagement.status);
      await dossiers.postWith(tx, caller, 'assessment:write', dossier);
      refuse([
        ...candidateFaults(dossier, body),
        ...dueFaults(body.dueOn, this.desk.clock.today()),
      ]);
      const underWay = await this.procedures.underWay(tx, caller, engagementId);
      if (underWay !== undefined) throw new ProcedureUnderWay(underWay);
      const asked = await this.sender.asked(tx, caller, dossier);
      const terms = { ...asked, ...ALONE, dueOn: body.dueOn };
      const { id } = await this.sender.send(tx, caller, dossier, terms, body);
      await dossiers.touch(tx, caller, dossier);
      return this.desk.show(tx, caller, id);
    });
  }
}
