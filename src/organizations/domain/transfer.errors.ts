import { DomainError, InvalidInput } from '../../shared/domain/domain-error.js';
import type { Text } from '../../shared/domain/text.js';
import type { TransferFault } from './transfer-rows.js';

/** The sheet of transfers has faults; nothing was changed. */
export class TransferRefused extends DomainError {
  readonly code = 'transfer.refused';
  readonly kind = 'rule-violated';
  readonly title = { ja: '人事異動を反映できません', en: 'The transfers cannot be applied' };

  constructor(faults: readonly TransferFault[]) {
    const cells = faults.map(({ cell }) => cell);
    super(
      {
        ja: `様式に誤りが ${String(faults.length)} か所あります（${cells.slice(0, 10).join('、')}）。何も変更していません。`,
        en: `The sheet has ${String(faults.length)} fault(s) (${cells.slice(0, 10).join(', ')}). Nothing was changed.`,
      },
      { faults: faults.slice(0, 100) },
    );
  }
}

/** The file is no workbook that can be read. */
export function unreadableWorkbook(detail: Text): InvalidInput {
  return new InvalidInput([{ pointer: '#/workbook', detail }]);
}

/** The transfers are of a day too far away. */
export function transferDayOutside(
  place: 'body' | 'query',
  first: string,
  last: string,
): InvalidInput {
  const detail = {
    ja: `異動日は ${first} から ${last} までの日にしてください。`,
    en: `The day of the transfers must be from ${first} to ${last}.`,
  };
  return new InvalidInput([
    place === 'body' ? { pointer: '#/on', detail } : { parameter: 'on', detail },
  ]);
}
