import { Injectable } from '@nestjs/common';
import { isURL } from 'class-validator';
import type { Caller } from '../shared/authorization/caller.js';
import { carriedText } from '../shared/documents/xlsx-reader.js';
import { canonicalJson } from '../shared/domain/canonical-json.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import { sha256Hex } from '../shared/hashing.js';
import type { Tx } from '../shared/persistence/tx.js';
import { BusinessClock } from '../shared/time/clock.js';
import { AnswersRepository, type AnswerSheet } from './answers.repository.js';
import { AssessmentFilesRepository, type AssessmentFile } from './assessment-files.repository.js';
import { AssessmentsRepository } from './assessments.repository.js';
import type { ReadingAids, SheetBasis, SheetCriterion } from './domain/answer-sheet/sheet-basis.js';
import { EVIDENCE_ADDRESS } from './dto/answer.dto.js';

const CHECKLIST_DIGITS = 16;

/** What the vendor is asked and has answered, as files with answers are made of and read against it. */
@Injectable()
export class SheetBases {
  constructor(
    private readonly files: AssessmentFilesRepository,
    private readonly assessments: AssessmentsRepository,
    private readonly answers: AnswersRepository,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws NotFound; Stale where a version is expected */
  async read(
    caller: Caller,
    id: string,
    expected?: ExpectedVersion,
  ): Promise<{ readonly file: AssessmentFile; readonly basis: SheetBasis }> {
    const file = await this.files.read(caller, id, undefined);
    expected?.compare(file.version);
    const { criteria, round } = file;
    const answers = criteria.flatMap(({ criterionId, answer }) =>
      answer === null ? [] : [[criterionId, answer] as const],
    );
    return { file, basis: basisOf({ id, round }, criteria, new Map(answers)) };
  }

  /** The same of an assessment that is locked. */
  async ofLocked(tx: Tx, caller: Caller, sheet: AnswerSheet): Promise<SheetBasis> {
    const rows = await this.assessments.criteria(tx, caller, sheet.id);
    const given = await this.answers.ofRound(tx, caller, sheet);
    const asked = new Set(sheet.asked);
    const criteria = rows.map((row) => ({ ...row, isAsked: asked.has(row.criterionId) }));
    return basisOf(sheet, criteria, new Map(given.map((answer) => [answer.criterionId, answer])));
  }

  aids(): ReadingAids {
    return {
      today: this.clock.today(),
      isAddress: (text) => isURL(text, EVIDENCE_ADDRESS),
      carried: carriedText,
    };
  }
}

function basisOf(
  { id, round }: { readonly id: string; readonly round: number },
  all: readonly (SheetCriterion & { readonly answeredBy: string })[],
  answers: SheetBasis['answers'],
): SheetBasis {
  const criteria = all.filter(({ answeredBy }) => answeredBy === 'vendor');
  const checklist = criteria.map(({ criterionId, question, isAsked }) => ({
    ...{ criterionId, question, isAsked },
  }));
  const hash = sha256Hex(canonicalJson({ id, round, checklist }));
  return {
    identification: { assessmentId: id, round, checklist: hash.slice(0, CHECKLIST_DIGITS) },
    ...{ criteria, answers },
  };
}
