import { Injectable } from '@nestjs/common';
import { FileHandover } from '../files/index.js';
import type { Scope } from '../shared/persistence/scope.js';
import type { Tx } from '../shared/persistence/tx.js';
import { BusinessClock } from '../shared/time/clock.js';
import { openCriteria, prefillOf, type Prefill, type Shelf } from './domain/answer-library.js';
import { draftedAnswers, filesOf, type VendorChecklist } from './domain/vendor-checklist.js';
import { LibraryAnswersRepository } from './library-answers.repository.js';

/** The answers of a firm, whichever body they were given to; all of it in the name of the firm. */
@Injectable()
export class AnswerLibrary {
  constructor(
    private readonly answers: LibraryAnswersRepository,
    private readonly handover: FileHandover,
    private readonly clock: BusinessClock,
  ) {}

  /** Keeps what is handed in, and nothing of whom it is handed to. @returns the ids of its criteria */
  async keep(tx: Tx, firm: Scope, { criteria }: VendorChecklist): Promise<string[]> {
    const given = draftedAnswers(criteria);
    await this.answers.keep(tx, firm, given, this.clock.today());
    return given.map(({ criterionId }) => criterionId);
  }

  /** What the firm answered before to questions that are open, by criterion. */
  async prefills(
    tx: Tx,
    firm: Scope,
    checklist: VendorChecklist,
  ): Promise<ReadonlyMap<string, Prefill>> {
    const open = openCriteria(checklist);
    const ids = open.map(({ criterionId }) => criterionId);
    const shelf = await this.shelf(tx, firm, ids);
    const offered = open.map((each) => [each.criterionId, prefillOf(each, shelf)] as const);
    return new Map(offered.flatMap(([id, prefill]) => (prefill === null ? [] : [[id, prefill]])));
  }

  /** What there is for some criteria. */
  async shelf(tx: Tx, firm: Scope, criterionIds: readonly string[]): Promise<Shelf> {
    const answers = await this.answers.of(tx, firm, criterionIds);
    const files = await this.handover.owned(tx, firm, filesOf(answers));
    const filesThere = new Set(files.map(({ id }) => id));
    return { answers, filesThere, today: this.clock.today() };
  }
}
