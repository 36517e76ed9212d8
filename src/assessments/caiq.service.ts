import { Injectable } from '@nestjs/common';
import { CAIQ } from '../policies/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import { refuse, type InputFault } from '../shared/domain/domain-error.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import { Transactor } from '../shared/persistence/transactor.js';
import { AnswerEntry } from './answer-entry.js';
import { AnswerSheetRefused, NothingToEnter } from './domain/answer-sheet/answer-sheet.errors.js';
import { NOTHING_ON_IT } from './domain/caiq/caiq-texts.js';
import { answersFrom, coverageOf, type CaiqReport } from './domain/caiq/coverage.js';
import { readCaiq } from './domain/caiq/read-caiq.js';
import { namingFaults } from './domain/reviews.js';
import type { CaiqCoverageDto, EnterCaiqDto } from './dto/caiq.dto.js';
import type { AssessmentDto } from './dto/assessment.dto.js';
import { SheetBases } from './sheet-bases.js';
import { WorkbookIntake } from './workbook-intake.js';

/** The CAIQ that a provider filled in, as answers to what the policy asks. */
@Injectable()
export class CaiqService {
  constructor(
    private readonly transactor: Transactor,
    private readonly bases: SheetBases,
    private readonly intake: WorkbookIntake,
    private readonly entry: AnswerEntry,
  ) {}

  /** Changes nothing. @throws NotFound, InvalidInput, FileQuarantined */
  async preview(caller: Caller, id: string, fileId: string): Promise<CaiqCoverageDto> {
    const { basis } = await this.bases.read(caller, id);
    const reading = readCaiq(await this.intake.read(caller, fileId), CAIQ);
    const { criteria, unmapped } = coverageOf(reading, basis, CAIQ);
    return {
      ...{ edition: reading.edition, mappingVersion: CAIQ.mappingVersion },
      criteria: criteria.map(({ questions, missing, ...criterion }) => ({
        ...criterion,
        questions: questions.map((question) => ({ ...question })),
        missing: [...missing],
      })),
      unmapped: [...unmapped],
      unanswered: [...reading.unanswered],
      naWithoutReason: reading.naWithoutReason.map((each) => ({ ...each })),
      faults: [...reading.faults],
    };
  }

  /**
   * Enters what is confirmed and what follows without, all of it or nothing; the file stays with the assessment.
   * @throws NotFound, Stale, InvalidInput, FileQuarantined, WrongStage, AssessmentNotThere, AnswerSheetRefused, NothingToEnter
   */
  async enter(
    caller: Caller,
    id: string,
    expected: ExpectedVersion,
    { fileId, confirmed = [] }: EnterCaiqDto,
  ): Promise<AssessmentDto> {
    expected.require();
    await this.bases.read(caller, id, expected);
    const { edition, ...reading } = readCaiq(await this.intake.read(caller, fileId), CAIQ);
    return this.transactor.write(caller, async (tx) => {
      const sheet = await this.entry.open(tx, caller, id, expected);
      if (edition === null || reading.faults.length > 0) {
        throw new AnswerSheetRefused(reading.faults);
      }
      const basis = await this.bases.ofLocked(tx, caller, sheet);
      const report = coverageOf({ edition, ...reading }, basis, CAIQ);
      refuse(confirmationFaults(confirmed, report));
      const answers = answersFrom(report, basis, confirmed, { fileId, edition });
      if (answers.length === 0) throw new NothingToEnter();
      return this.entry.enter(tx, caller, sheet, answers, { kind: 'caiq', fileId });
    });
  }
}

function confirmationFaults(
  confirmed: readonly { readonly criterionId: string }[],
  { criteria }: CaiqReport,
): InputFault[] {
  const ids = confirmed.map(({ criterionId }) => criterionId);
  const asked = new Set(criteria.map(({ criterionId }) => criterionId));
  const silent = new Set(
    criteria.filter(({ questions }) => questions.length === 0).map((each) => each.criterionId),
  );
  return [
    ...namingFaults('confirmed', ids, asked),
    ...ids.flatMap((id, at) =>
      silent.has(id)
        ? [{ pointer: `#/confirmed/${String(at)}/criterionId`, detail: NOTHING_ON_IT }]
        : [],
    ),
  ];
}
