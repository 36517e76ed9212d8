import { Injectable } from '@nestjs/common';
import { refuseEnded } from '../engagements/index.js';
import { FileAttachments } from '../files/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import { refuse } from '../shared/domain/domain-error.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import { together, type Tx } from '../shared/persistence/tx.js';
import { AnswersRepository, type AnswerSheet, type NewAnswer } from './answers.repository.js';
import { AssessmentDesk } from './assessment-desk.js';
import { answerFaults, filesNamed, type GivenAnswer } from './domain/answer-input.js';
import { isOut } from './domain/assessment-lifecycle.js';
import { assessmentNotThere } from './domain/assessment-standing.js';
import { refuseLate } from './domain/procedure-standing.js';
import type { AssessmentDto } from './dto/assessment.dto.js';

/** The file answers were taken from. */
export interface AnswerSource {
  readonly kind: 'answer-sheet' | 'caiq';
  readonly fileId: string;
}

/** How answers are entered, whoever gives them and however they came. */
@Injectable()
export class AnswerEntry {
  constructor(
    private readonly desk: AssessmentDesk,
    private readonly answers: AnswersRepository,
    private readonly files: FileAttachments,
  ) {}

  /** Locks the assessment. @throws NotFound, Stale, HeldForAnotherUnit, WrongStage, AssessmentNotThere, AnswersClosed */
  async open(tx: Tx, caller: Caller, id: string, expected: ExpectedVersion): Promise<AnswerSheet> {
    expected.require();
    const sheet = await this.answers.lockSheet(tx, caller, id);
    expected.compare(sheet.version);
    const { dossiers } = this.desk.books;
    await dossiers.postWith(tx, caller, 'assessment:write', { engagement: sheet });
    refuseEnded(sheet.engagementStatus);
    if (!isOut(sheet.status)) throw assessmentNotThere(sheet.status);
    refuseLate(sheet, this.desk.clock.today());
    return sheet;
  }

  /** Enters answers, all or none, with the file they were taken from. @throws InvalidInput, FileQuarantined */
  async enter(
    tx: Tx,
    caller: Caller,
    sheet: AnswerSheet,
    answers: readonly GivenAnswer[],
    source?: AnswerSource,
  ): Promise<AssessmentDto> {
    const { id, round } = sheet;
    refuse(answerFaults(answers, new Set(sheet.asked), this.desk.clock.today()));
    const subject = { kind: 'assessment', id };
    const from = source === undefined ? [] : [{ id: source.fileId, pointer: '#/fileId' }];
    await this.files.attach(tx, caller, subject, [...from, ...filesNamed(answers)]);
    const given = answers.map(answerOf);
    const criteria = given.map(({ criterionId }) => criterionId);
    const [, , shown] = await together([
      this.answers.write(tx, caller, sheet, given),
      this.desk.books.trail.append(tx, caller, {
        ...{ action: 'assessment.answered', subject, after: given },
        facts: { round, criteria, ...(source !== undefined && { source }) },
      }),
      this.desk.show(tx, caller, id),
    ]);
    return shown;
  }
}

function answerOf(given: GivenAnswer): NewAnswer {
  const { criterionId, answer, reason = null, evidence = [], validUntil = null } = given;
  return {
    ...{ criterionId, answer, reason, validUntil },
    evidence: evidence.map((item) => ({ ...item })),
  };
}
