import { DomainError } from '../../shared/domain/domain-error.js';
import { asItStands, type StandingWords } from '../../shared/domain/standing-words.js';
import type { Text } from '../../shared/domain/text.js';
import { FINDING_LIFECYCLE, type FindingStatus } from './finding.js';

/** How a finding stands, as staff say it. */
export const FINDING_STATUS_WORDS: Record<FindingStatus, Text> = {
  open: { ja: '未着手', en: 'Open' },
  planned: { ja: '是正計画あり', en: 'Planned' },
  implemented: { ja: '是正済み（確認待ち）', en: 'Implemented' },
  verified: { ja: '是正確認済み', en: 'Verified' },
};

const CORRECT = {
  ja: '是正の計画を立てるか、是正したことを記録できます。',
  en: 'Its correction can be planned, or recorded as carried out.',
};

const STANDING: Record<FindingStatus, StandingWords> = {
  open: { word: FINDING_STATUS_WORDS.open, next: CORRECT },
  planned: { word: FINDING_STATUS_WORDS.planned, next: CORRECT },
  implemented: {
    word: FINDING_STATUS_WORDS.implemented,
    next: {
      ja: '是正の効果を確認してください。効果がなければ、改めて是正できます。',
      en: 'Its correction must be verified; where found not effective, another can follow.',
    },
  },
  verified: {
    word: FINDING_STATUS_WORDS.verified,
    next: {
      ja: 'この指摘事項は終わっています。新たな問題は別の指摘事項として登録してください。',
      en: 'It is closed. Raise what is found anew as another finding.',
    },
  },
};

/** What is asked for is possible only where the finding stands otherwise. */
export class FindingNotThere extends DomainError {
  readonly code = 'finding.wrong-status';
  readonly kind = 'rule-violated';
  readonly title = {
    ja: '指摘事項の今の状態では行えません',
    en: 'Not as the finding stands',
  };
}

/** That something cannot be done with a finding as it stands. */
export function findingNotThere(status: FindingStatus): FindingNotThere {
  const detail = asItStands({ ja: '指摘事項', en: 'finding' }, STANDING[status]);
  return new FindingNotThere(detail, { status, allowed: FINDING_LIFECYCLE.nextOf(status) });
}

/** @throws FindingNotThere where the life of a finding has no such step */
export function refuseMove(from: FindingStatus, to: FindingStatus): void {
  if (!FINDING_LIFECYCLE.canMove(from, to)) throw findingNotThere(from);
}
