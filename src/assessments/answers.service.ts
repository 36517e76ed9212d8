import { Injectable } from '@nestjs/common';
import type { Caller } from '../shared/authorization/caller.js';
import { refuse } from '../shared/domain/domain-error.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { AnswerDraftsRepository } from './answer-drafts.repository.js';
import { AnswerEntry, type AnswerSource } from './answer-entry.js';
import { AnswersRepository } from './answers.repository.js';
import { AssessmentDesk } from './assessment-desk.js';
import { sourceFaults } from './domain/answer-input.js';
import { refuseMove } from './domain/assessment-standing.js';
import { refuseLate } from './domain/procedure-standing.js';
import type { AssessmentRow } from './assessments.repository.js';
import { AnswersMissing } from './domain/assessment.errors.js';
import type { AnswerSourceDto, GiveAnswersDto, SubmitAnswersDto } from './dto/answer.dto.js';
import type { AssessmentDto } from './dto/assessment.dto.js';

/** Entering the answers of a vendor and handing them in. */
@Injectable()
export class AnswersService {
  constructor(
    private readonly transactor: Transactor,
    private readonly desk: AssessmentDesk,
    private readonly answers: AnswersRepository,
    private readonly drafts: AnswerDraftsRepository,
    private readonly entry: AnswerEntry,
  ) {}

  /** Enters answers, all or none. @throws NotFound, Stale, InvalidInput, WrongStage, AssessmentNotThere, AnswersClosed, FileQuarantined */
  answer(
    caller: Caller,
    id: string,
    expected: ExpectedVersion,
    body: GiveAnswersDto,
  ): Promise<AssessmentDto> {
    return this.transactor.write(caller, async (tx) => {
      const sheet = await this.entry.open(tx, caller, id, expected);
      return this.entry.enter(tx, caller, sheet, body.answers, sourceOf(body.source));
    });
  }

  /** Hands the answers in for review. @throws NotFound, Stale, WrongStage, AssessmentNotThere, AnswersClosed, AnswersMissing */
  submit(
    caller: Caller,
    id: string,
    expected: ExpectedVersion,
    { respondent }: SubmitAnswersDto,
  ): Promise<AssessmentDto> {
    return this.transactor.write(caller, async (tx) => {
      const taken = await this.desk.take(tx, caller, id, expected);
      await this.desk.books.dossiers.postWith(tx, caller, 'assessment:write', taken.dossier);
      const { status, round } = taken.assessment;
      refuseMove(status, 'submitted');
      refuseLate(taken.assessment, this.desk.clock.today());
      await this.refuseMissing(tx, caller, taken.assessment);
      await this.answers.insertSubmission(tx, caller, {
        ...{ assessmentId: id, round, submittedBy: caller.personId, givenBy: null },
        ...{ submittedOn: this.desk.clock.today(), respondent: respondent ?? null },
      });
      await this.drafts.clear(tx, caller, id);
      const step = { action: 'assessment.submitted', patch: { status: 'submitted' } } as const;
      await this.desk.record(tx, caller, taken, { ...step, facts: { round } });
      await this.desk.books.dossiers.touch(tx, caller, taken.dossier);
      return this.desk.show(tx, caller, id);
    });
  }

  private async refuseMissing(tx: Tx, caller: Caller, assessment: AssessmentRow): Promise<void> {
    const missing = await this.answers.open(tx, caller, assessment);
    if (missing.length > 0) throw new AnswersMissing(missing);
  }
}

/** @throws InvalidInput unless exactly one of both is named */
function sourceOf(source: AnswerSourceDto | undefined): AnswerSource | undefined {
  if (source === undefined) return undefined;
  const { sourceFileId, documentReference } = source;
  refuse(sourceFaults(source));
  if (sourceFileId !== undefined) return { kind: 'correspondence', sourceFileId };
  return { kind: 'correspondence', documentReference: String(documentReference) };
}
