import { Injectable } from '@nestjs/common';
import { refuseEnded } from '../engagements/index.js';
import { FileAttachments, type NamedFile } from '../files/index.js';
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

/** What answers were taken from: a file that was read, or what the vendor sent otherwise, on paper or by mail. */
export type AnswerSource =
  | { readonly kind: 'answer-sheet' | 'caiq'; readonly fileId: string }
  | { readonly kind: 'correspondence'; readonly sourceFileId: string }
  | { readonly kind: 'correspondence'; readonly documentReference: string };

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
    // Once the vendor handed in, staff still answer what is asked of them.
    if (isStaffsTurn(sheet)) return sheet;
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
    const isOfStaff = (each: GivenAnswer): boolean => sheet.askedOfStaff.includes(each.criterionId);
    if (isStaffsTurn(sheet) && !answers.every(isOfStaff)) throw assessmentNotThere(sheet.status);
    refuse(answerFaults(answers, new Set(sheet.asked), this.desk.clock.today()));
    const subject = { kind: 'assessment', id };
    await this.files.attach(tx, caller, subject, [...fileOf(source), ...filesNamed(answers)]);
    const given = answers.map(keptAnswerOf);
    const criteria = given.map(({ criterionId }) => criterionId);
    const [, , shown] = await together([
      this.answers.write(tx, caller, sheet, given, {
        ...{ enteredBy: caller.personId, givenBy: null },
      }),
      this.desk.books.trail.append(tx, caller, {
        ...{ action: 'assessment.answered', subject, after: given },
        facts: { round, criteria, ...(source !== undefined && { source }) },
      }),
      this.desk.show(tx, caller, id),
    ]);
    return shown;
  }
}

function fileOf(source: AnswerSource | undefined): readonly NamedFile[] {
  if (source === undefined) return [];
  if ('fileId' in source) return [{ id: source.fileId, pointer: '#/fileId' }];
  if (!('sourceFileId' in source)) return [];
  return [{ id: source.sourceFileId, pointer: '#/source/sourceFileId' }];
}

function isStaffsTurn({ status, askedOfStaff }: AnswerSheet): boolean {
  return status === 'submitted' && askedOfStaff.length > 0;
}

/** An answer as it is kept. */
export function keptAnswerOf(given: GivenAnswer): NewAnswer {
  const { criterionId, answer, reason = null, evidence = [], validUntil = null } = given;
  return {
    ...{ criterionId, answer, reason, validUntil },
    evidence: evidence.map((item) => ({ ...item })),
  };
}
