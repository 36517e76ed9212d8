import { Injectable } from '@nestjs/common';
import { refuseEnded } from '../engagements/index.js';
import { FileAttachments } from '../files/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import { Transactor } from '../shared/persistence/transactor.js';
import { together, type Tx } from '../shared/persistence/tx.js';
import { AnswersRepository, type NewAnswer } from './answers.repository.js';
import { AssessmentDesk } from './assessment-desk.js';
import { assessmentNotThere, refuseMove } from './domain/assessment-standing.js';
import type { AssessmentRow } from './assessments.repository.js';
import { answerFaults, filesNamed } from './domain/answer-input.js';
import { AnswersMissing } from './domain/assessment.errors.js';
import { isOut } from './domain/assessment-lifecycle.js';
import type { GiveAnswerDto, GiveAnswersDto, SubmitAnswersDto } from './dto/answer.dto.js';
import type { AssessmentDto } from './dto/assessment.dto.js';
import { refuse } from '../shared/domain/domain-error.js';

/** Entering the answers of a vendor and handing them in. */
@Injectable()
export class AnswersService {
  constructor(
    private readonly transactor: Transactor,
    private readonly desk: AssessmentDesk,
    private readonly answers: AnswersRepository,
    private readonly files: FileAttachments,
  ) {}

  /** Enters answers, all or none. @throws NotFound, Stale, InvalidInput, WrongStage, AssessmentNotThere, FileQuarantined */
  answer(
    caller: Caller,
    id: string,
    expected: ExpectedVersion,
    body: GiveAnswersDto,
  ): Promise<AssessmentDto> {
    return this.transactor.write(caller, async (tx) => {
      expected.require();
      const sheet = await this.answers.lockSheet(tx, caller, id);
      expected.compare(sheet.version);
      const { dossiers } = this.desk.books;
      await dossiers.postWith(tx, caller, 'assessment:write', { engagement: sheet });
      refuseEnded(sheet.engagementStatus);
      if (!isOut(sheet.status)) throw assessmentNotThere(sheet.status);
      refuse(answerFaults(body.answers, new Set(sheet.asked), this.desk.clock.today()));
      const subject = { kind: 'assessment', id };
      await this.files.attach(tx, caller, subject, filesNamed(body.answers));
      const given = body.answers.map(answerOf);
      const [, , shown] = await together([
        this.answers.write(tx, caller, sheet, given),
        this.desk.books.trail.append(tx, caller, {
          ...{ action: 'assessment.answered', subject, after: given },
          facts: { round: sheet.round, criteria: given.map(({ criterionId }) => criterionId) },
        }),
        this.desk.show(tx, caller, id),
      ]);
      return shown;
    });
  }

  /** Hands the answers in for review. @throws NotFound, Stale, WrongStage, AssessmentNotThere, AnswersMissing */
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
      await this.refuseMissing(tx, caller, taken.assessment);
      await this.answers.insertSubmission(tx, caller, {
        ...{ assessmentId: id, round, submittedBy: caller.personId },
        ...{ submittedOn: this.desk.clock.today(), respondent: respondent ?? null },
      });
      const step = { action: 'assessment.submitted', patch: { status: 'submitted' } } as const;
      await this.desk.record(tx, caller, taken, { ...step, facts: { round } });
      await this.desk.books.dossiers.touch(tx, caller, taken.dossier);
      return this.desk.show(tx, caller, id);
    });
  }

  private async refuseMissing(tx: Tx, caller: Caller, assessment: AssessmentRow): Promise<void> {
    const criteria = await this.desk.assessments.criteria(tx, caller, assessment.id);
    const answers = await this.answers.ofRound(tx, caller, assessment);
    const answered = new Set(answers.map(({ criterionId }) => criterionId));
    const missing = criteria
      .map(({ criterionId }) => criterionId)
      .filter((criterionId) => !answered.has(criterionId));
    if (missing.length > 0) throw new AnswersMissing(missing);
  }
}

function answerOf(given: GiveAnswerDto): NewAnswer {
  const { criterionId, answer, reason = null, evidence = [], validUntil = null } = given;
  return {
    ...{ criterionId, answer, reason, validUntil },
    evidence: evidence.map((item) => ({ ...item })),
  };
}
