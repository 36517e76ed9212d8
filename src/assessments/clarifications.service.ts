import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { refuseEnded } from '../engagements/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import { refuse } from '../shared/domain/domain-error.js';
import { pageOf, positionAfter, type PageQuery } from '../shared/http/page.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { ClarificationsRepository, type ClarificationRow } from './clarifications.repository.js';
import {
  clarificationFaults,
  isOpenToClarification,
  showingFaults,
} from './domain/clarification.js';
import { procedureStatusOn } from './domain/procedure.js';
import { ClarificationAnswered } from './domain/procedure.errors.js';
import { procedureNotThere } from './domain/procedure-standing.js';
import type {
  AnswerClarificationDto,
  AskClarificationDto,
  ClarificationDto,
  ClarificationPageDto,
} from './dto/clarification.dto.js';
import { ProcedureDesk } from './procedure-desk.js';
import type { LockedProcedure } from './procedures.repository.js';

/** Questions and answers between the body and its candidates (質問回答). */
@Injectable()
export class ClarificationsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly desk: ProcedureDesk,
    private readonly clarifications: ClarificationsRepository,
  ) {}

  /** @throws NotFound, InvalidInput, WrongStage, ProcedureNotThere */
  ask(caller: Caller, procedureId: string, body: AskClarificationDto): Promise<ClarificationDto> {
    return this.transactor.write(caller, async (tx) => {
      const procedure = await this.procedure(tx, caller, procedureId);
      const { method, criteria } = procedure;
      const ids = new Set(criteria.map(({ criterionId }) => criterionId));
      refuse(clarificationFaults(body, { method, criteria: ids }));
      const { assessmentId = null, criterionId = null, kind, visibleTo, text } = body;
      if (assessmentId !== null) {
        await this.clarifications.refuseStranger(tx, caller, procedureId, assessmentId);
      }
      const askedOn = this.desk.clock.today();
      const status = procedureStatusOn(procedure, askedOn);
      if (!isOpenToClarification(kind, method, status)) throw procedureNotThere(status);
      const after: ClarificationRow = {
        ...{ id: uuidv7(), procedureId, kind, assessmentId, criterionId, visibleTo, text },
        ...{ shownAs: null, askedBy: caller.personId, askedByVendor: null, askedOn },
        ...{ answer: null, answeredBy: null, answeredOn: null },
      };
      await this.clarifications.insert(tx, caller, after);
      await this.record(tx, caller, 'asked', after);
      return after;
    });
  }

  /** Answers once, and decides who reads it. @throws NotFound, InvalidInput, WrongStage, ClarificationAnswered */
  answer(
    caller: Caller,
    id: string,
    { answer, visibleTo, shownAs }: AnswerClarificationDto,
  ): Promise<ClarificationDto> {
    return this.transactor.write(caller, async (tx) => {
      const { procedureId } = await this.clarifications.read(tx, caller, id);
      const { method } = await this.procedure(tx, caller, procedureId);
      const before = await this.clarifications.read(tx, caller, id);
      if (before.kind === 'notice' || before.answer !== null) throw new ClarificationAnswered();
      const shown = { visibleTo: visibleTo ?? before.visibleTo, shownAs: shownAs ?? null };
      refuse(showingFaults({ ...shown, kind: before.kind }, method));
      const by = { answeredBy: caller.personId, answeredOn: this.desk.clock.today() };
      const given = { answer, ...by, ...shown };
      await this.clarifications.answer(tx, caller, id, given);
      const after = { ...before, ...given };
      await this.record(tx, caller, 'answered', after, before);
      return after;
    });
  }

  /** @throws NotFound */
  async list(caller: Caller, procedureId: string, query: PageQuery): Promise<ClarificationPageDto> {
    const afterId = positionAfter(query)?.id;
    const rows = await this.transactor.read(caller, async (tx) => {
      await this.desk.procedures.place(tx, caller, procedureId);
      const page = { afterId, limit: query.limit + 1 };
      return this.clarifications.page(tx, caller, procedureId, page);
    });
    return pageOf(query, rows, {
      position: ({ id }) => ({ key: id, id }),
      item: (row) => row,
    });
  }

  /** Locks the dossier, then the procedure. @throws NotFound, HeldForAnotherUnit, WrongStage */
  private async procedure(tx: Tx, caller: Caller, id: string): Promise<LockedProcedure> {
    const { dossiers } = this.desk.books;
    const { engagementId } = await this.desk.procedures.place(tx, caller, id);
    const dossier = await dossiers.lock(tx, caller, engagementId);
    await dossiers.postWith(tx, caller, 'selection:conduct', dossier);
    refuseEnded(dossier.engagement.status);
    return this.desk.procedures.lock(tx, caller, id);
  }

  private record(
    tx: Tx,
    caller: Caller,
    step: 'asked' | 'answered',
    after: ClarificationRow,
    before?: ClarificationRow,
  ): Promise<void> {
    const { id, procedureId, kind, visibleTo } = after;
    return this.desk.books.trail.append(tx, caller, {
      ...{ action: `clarification.${step}`, before, after },
      subject: { kind: 'clarification', id },
      facts: { procedureId, kind, visibleTo },
    });
  }
}
