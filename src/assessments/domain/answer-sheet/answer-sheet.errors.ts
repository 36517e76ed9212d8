import { DomainError } from '../../../shared/domain/domain-error.js';
import type { SheetFault } from './sheet-basis.js';

const MOST_TOLD = 100;
const MOST_NAMED = 10;

/** A file with answers has faults; nothing was entered. */
export class AnswerSheetRefused extends DomainError {
  readonly code = 'answer-sheet.refused';
  readonly kind = 'rule-violated';
  readonly title = { ja: '回答を取り込めません', en: 'The answers cannot be taken over' };

  constructor(faults: readonly SheetFault[]) {
    const cells = faults.slice(0, MOST_NAMED).map(({ sheet, cell }) => `${sheet}!${cell}`);
    super(
      {
        ja: `ファイルに誤りが ${String(faults.length)} か所あります（${cells.join('、')}）。何も取り込んでいません。facts の faults を直して、もう一度送ってください。`,
        en: `The file has ${String(faults.length)} fault(s) (${cells.join(', ')}). Nothing was taken over. Correct what faults names and send it again.`,
      },
      { faults: faults.slice(0, MOST_TOLD) },
    );
  }
}

/** A file with answers changes none. */
export class NothingToEnter extends DomainError {
  readonly code = 'answer-sheet.nothing-to-enter';
  readonly kind = 'rule-violated';
  readonly title = { ja: '取り込む回答がありません', en: 'There is no answer to take over' };

  constructor() {
    super({
      ja: '登録済みの回答から変わるものがありません。回答を記入するか、取り込む回答を指定してください。',
      en: 'Nothing differs from the answers that stand. Fill in answers, or name those to be taken over.',
    });
  }
}
