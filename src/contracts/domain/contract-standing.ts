import { asItStands, type StandingWords } from '../../shared/domain/standing-words.js';
import { ContractNotThere } from './contract.errors.js';
import { CONTRACT_LIFECYCLE, type ContractStatus } from './contract-lifecycle.js';

const STANDING: Record<ContractStatus, StandingWords> = {
  draft: {
    word: { ja: '作成中', en: 'Draft' },
    next: {
      ja: '内容を変更するか、締結を記録できます。',
      en: 'It can be changed, or its signature recorded.',
    },
  },
  signed: {
    word: { ja: '締結済み', en: 'Signed' },
    next: {
      ja: '内容は変更できません。終了だけを記録できます。変更契約は新しい契約として作成してください。',
      en: 'Its text stands still; only its end can be recorded. Draft what amends it as a new contract.',
    },
  },
  ended: {
    word: { ja: '終了', en: 'Ended' },
    next: {
      ja: '続けるには、新しい契約を作成してください。',
      en: 'Draft a new contract to go on.',
    },
  },
};

/** That something cannot be done with a contract as it stands. */
export function contractNotThere(status: ContractStatus): ContractNotThere {
  const detail = asItStands({ ja: '契約', en: 'contract' }, STANDING[status]);
  return new ContractNotThere(detail, { status, allowed: CONTRACT_LIFECYCLE.nextOf(status) });
}
