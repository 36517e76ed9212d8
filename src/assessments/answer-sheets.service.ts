import { Injectable, type StreamableFile } from '@nestjs/common';
import type { Caller } from '../shared/authorization/caller.js';
import type { Language } from '../shared/domain/text.js';
import { attachment } from '../shared/http/attachment.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import { Transactor } from '../shared/persistence/transactor.js';
import { AnswerEntry } from './answer-entry.js';
import { answerSheetForm } from './answer-sheet-form.js';
import { AnswerSheetRefused, NothingToEnter } from './domain/answer-sheet/answer-sheet.errors.js';
import { planAnswers } from './domain/answer-sheet/plan-answers.js';
import type { SheetChange } from './domain/answer-sheet/sheet-basis.js';
import type { AnswerSheetPreviewDto, SheetChangeDto } from './dto/answer-sheet.dto.js';
import type { AssessmentDto } from './dto/assessment.dto.js';
import { SheetBases } from './sheet-bases.js';
import { WorkbookIntake } from './workbook-intake.js';

/** The checklist as a spreadsheet: out to the vendor, and back. */
@Injectable()
export class AnswerSheetsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly bases: SheetBases,
    private readonly intake: WorkbookIntake,
    private readonly entry: AnswerEntry,
  ) {}

  /** @throws NotFound */
  async form(caller: Caller, id: string, language: Language): Promise<StreamableFile> {
    const { file, basis } = await this.bases.read(caller, id);
    const content = await answerSheetForm(basis, file, language);
    const round = String(file.round);
    const name = {
      ja: `評価票_${file.vendorName}_第${round}回`,
      en: `Checklist_${file.vendorName}_round-${round}`,
    }[language];
    return attachment({ kind: 'xlsx', content, name, plainName: `checklist-round-${round}` });
  }

  /** Changes nothing. @throws NotFound, InvalidInput, FileQuarantined */
  async preview(caller: Caller, id: string, fileId: string): Promise<AnswerSheetPreviewDto> {
    const { basis } = await this.bases.read(caller, id);
    const sheets = await this.intake.read(caller, fileId);
    const { changes, unanswered, faults } = planAnswers(sheets, basis, this.bases.aids());
    return { changes: changes.map(changeOf), unanswered: [...unanswered], faults: [...faults] };
  }

  /**
   * Enters what the file answers, all of it or nothing; the file stays with the assessment.
   * @throws NotFound, Stale, InvalidInput, FileQuarantined, WrongStage, AssessmentNotThere, AnswerSheetRefused, NothingToEnter
   */
  async enter(
    caller: Caller,
    id: string,
    expected: ExpectedVersion,
    fileId: string,
  ): Promise<AssessmentDto> {
    expected.require();
    await this.bases.read(caller, id, expected);
    const sheets = await this.intake.read(caller, fileId);
    return this.transactor.write(caller, async (tx) => {
      const sheet = await this.entry.open(tx, caller, id, expected);
      const basis = await this.bases.ofLocked(tx, caller, sheet);
      const { changes, faults } = planAnswers(sheets, basis, this.bases.aids());
      if (faults.length > 0) throw new AnswerSheetRefused(faults);
      if (changes.length === 0) throw new NothingToEnter();
      const answers = changes.map(({ given }) => given);
      return this.entry.enter(tx, caller, sheet, answers, { kind: 'answer-sheet', fileId });
    });
  }
}

function changeOf({ row, given, before }: SheetChange): SheetChangeDto {
  const { criterionId, answer, reason = null, evidence = [], validUntil = null } = given;
  return {
    ...{ criterionId, row },
    before: before && {
      ...{ answer: before.answer, reason: before.reason, validUntil: before.validUntil },
      evidence: [...before.evidence],
    },
    after: { answer, reason, evidence: [...evidence], validUntil },
  };
}
