import { Injectable } from '@nestjs/common';
import type { Caller } from '../shared/authorization/caller.js';
import { pageOf, positionAfter, type PageQuery } from '../shared/http/page.js';
import { Transactor } from '../shared/persistence/transactor.js';
import { ClarificationsRepository } from './clarifications.repository.js';
import type {
  AskQuestionDto,
  CandidateClarificationDto,
  CandidateClarificationPageDto,
} from './dto/clarification.dto.js';
import { FirmBooks } from './firm-books.js';
import { VendorChecklistsRepository } from './vendor-checklists.repository.js';
import { VendorQuestions } from './vendor-questions.js';

/** Questions and answers as people of a firm ask and read them: the shared checklist admits them to those of its procedure. */
@Injectable()
export class PortalClarificationsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly checklists: VendorChecklistsRepository,
    private readonly clarifications: ClarificationsRepository,
    private readonly questions: VendorQuestions,
    private readonly firm: FirmBooks,
  ) {}

  /** Asks the body; both trails tell of it. @throws NotFound, InvalidInput, WrongStage, NotWithVendor, NotInProcedure, ProcedureNotThere */
  ask(
    caller: Caller,
    assessmentId: string,
    question: AskQuestionDto,
  ): Promise<CandidateClarificationDto> {
    return this.transactor.write(caller, async (tx) => {
      const organizationId = await this.checklists.bodyOf(tx, caller, assessmentId);
      const body = { organizationId, firmId: caller.firmId };
      const person = await this.firm.person(tx, caller);
      const asked = await this.transactor.inNameOf(tx, body, () =>
        this.questions.ask(tx, body, assessmentId, question, person),
      );
      const facts = { clarificationId: asked.id };
      await this.firm.record(tx, caller, assessmentId, 'question.asked', facts);
      return asked;
    });
  }

  /** @throws NotFound */
  async list(
    caller: Caller,
    assessmentId: string,
    query: PageQuery,
  ): Promise<CandidateClarificationPageDto> {
    const page = { afterId: positionAfter(query)?.id, limit: query.limit + 1 };
    const rows = await this.transactor.read(caller, async (tx) => {
      const organizationId = await this.checklists.bodyOf(tx, caller, assessmentId);
      const body = { organizationId, firmId: caller.firmId };
      return this.transactor.inNameOf(tx, body, () =>
        this.clarifications.ofCandidate(tx, body, assessmentId, page),
      );
    });
    return pageOf(query, rows, {
      position: ({ id }) => ({ key: id, id }),
      item: (row) => row,
    });
  }
}
