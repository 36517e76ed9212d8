import { Injectable } from '@nestjs/common';
import type { TokenKey } from '../identity/index.js';
import { pageOf, positionAfter, type PageQuery } from '../shared/http/page.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { AnswerLinkDoor, keyOf, personOf, versionIn } from './answer-link-door.js';
import type { AnswerPage } from './answer-page-content.js';
import { ClarificationsRepository } from './clarifications.repository.js';
import type { FormValues } from './domain/answer-form.js';
import { isOut } from './domain/assessment-lifecycle.js';
import { readQuestionForm, readWithdrawalForm } from './domain/step-forms.js';
import { VendorAnswers } from './vendor-answers.js';
import { VendorQuestions } from './vendor-questions.js';

/** What is done by a link beside answering: questions are read and asked, and the candidate withdraws. */
@Injectable()
export class AnswerPageStepsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly door: AnswerLinkDoor,
    private readonly answers: VendorAnswers,
    private readonly questions: VendorQuestions,
    private readonly clarifications: ClarificationsRepository,
  ) {}

  /** Where the candidate withdraws, or the receipt once answers are handed in. @throws InvalidInput, NotFound, AnswerLinkGone */
  withdrawal(token: string): Promise<AnswerPage> {
    const key = keyOf(token);
    return this.transactor.read(key, async (tx) => {
      const page = await this.admit(tx, key);
      return { ...page, kind: isOut(page.checklist.status) ? 'withdrawal' : 'receipt' };
    });
  }

  /** Withdraws the candidate (辞退), confirmed and for a reason. @throws InvalidInput, NotFound, AnswerLinkGone, Stale, WrongStage, NotWithVendor, TooLateToWithdraw */
  async withdraw(token: string, form: FormValues): Promise<AnswerPage> {
    const key = keyOf(token);
    const { reason, faults } = readWithdrawalForm(form);
    if (faults.length > 0) return { ...(await this.withdrawal(token)), values: form, faults };
    return this.transactor.write(key, async (tx) => {
      const link = await this.door.admit(tx, key);
      const taken = await this.answers.take(tx, key, link.assessmentId, versionIn(form));
      const by = { person: personOf(link), reason };
      const checklist = await this.answers.withdraw(tx, key, taken, by);
      return { kind: 'withdrawn', checklist, link };
    });
  }

  /** The questions and answers that the candidate gets to see. @throws InvalidInput, NotFound, AnswerLinkGone */
  list(token: string, query: PageQuery): Promise<AnswerPage> {
    const key = keyOf(token);
    const page = { afterId: positionAfter(query)?.id, limit: query.limit + 1 };
    return this.transactor.read(key, async (tx) => {
      const shown = await this.admit(tx, key);
      const { assessmentId, procedureId } = shown.link;
      const rows = await this.clarifications.ofCandidate(tx, key, assessmentId, page);
      const listed = pageOf(query, rows, {
        position: ({ id }) => ({ key: id, id }),
        item: (row) => row,
      });
      const isOpen = await this.questions.isOpen(tx, key, procedureId);
      return { ...shown, kind: 'questions', questions: { ...listed, isOpen } };
    });
  }

  /** Asks the body; undefined once it is asked. @throws InvalidInput, NotFound, AnswerLinkGone, WrongStage, NotWithVendor, NotInProcedure, ProcedureNotThere */
  async ask(token: string, form: FormValues, query: PageQuery): Promise<AnswerPage | undefined> {
    const key = keyOf(token);
    const faults = await this.transactor.write(key, async (tx) => {
      const { link, checklist } = await this.admit(tx, key);
      const { faults: wrong, ...question } = readQuestionForm(form, checklist.criteria);
      if (wrong.length > 0) return wrong;
      await this.questions.ask(tx, key, link.assessmentId, question, personOf(link));
      return [];
    });
    return faults.length === 0
      ? undefined
      : { ...(await this.list(token, query)), values: form, faults };
  }

  private async admit(tx: Tx, key: TokenKey): Promise<Pick<AnswerPage, 'link' | 'checklist'>> {
    const link = await this.door.admit(tx, key);
    return { link, checklist: await this.answers.read(tx, key, link.assessmentId) };
  }
}
