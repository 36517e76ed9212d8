import { asItStands, type StandingWords } from '../../shared/domain/standing-words.js';
import type { Text } from '../../shared/domain/text.js';
import { SubcontractNotThere } from './subcontract.errors.js';
import { SUBCONTRACT, type SubcontractStatus } from './subcontract-lifecycle.js';

const STANDING: Record<SubcontractStatus, StandingWords> = {
  draft: {
    word: { ja: '作成中', en: 'Draft' },
    next: {
      ja: '内容を変更し、元請の申請を受け付けられます。',
      en: 'It can be changed, and the application of the contractor taken in.',
    },
  },
  applied: {
    word: { ja: '申請済み', en: 'Applied for' },
    next: {
      ja: '申請の内容を確認し、審査に進めるか差し戻してください。',
      en: 'Look whether the application is complete: go on to the decision, or return it.',
    },
  },
  'under-review': {
    word: { ja: '審査中', en: 'Under review' },
    next: { ja: '承認、差戻し又は不承認を決定してください。', en: 'Approve, return or reject it.' },
  },
  returned: {
    word: { ja: '差戻し', en: 'Returned' },
    next: {
      ja: '内容を改め、改めて申請を受け付けてください。',
      en: 'Have it mended and applied for again.',
    },
  },
  approved: {
    word: { ja: '承認済み（開始前）', en: 'Approved, not started' },
    next: {
      ja: '事業者への説明を済ませ、開始を登録してください。内容を変えると承認は失効します。',
      en: 'Brief the firm and record its start. A change of what was approved voids the approval.',
    },
  },
  effective: {
    word: { ja: '実施中', en: 'At work' },
    next: {
      ja: '終了又は承認の取消しを登録できます。内容を変えると承認は失効します。',
      en: 'Its end or a revocation can be recorded. A change of what was approved voids the approval.',
    },
  },
  rejected: {
    word: { ja: '不承認', en: 'Rejected' },
    next: {
      ja: '必要であれば、新しい再委託として作成してください。',
      en: 'Draw up another where it is still needed.',
    },
  },
  withdrawn: {
    word: { ja: '取下げ', en: 'Withdrawn' },
    next: {
      ja: '必要であれば、新しい再委託として作成してください。',
      en: 'Draw up another where it is still needed.',
    },
  },
  voided: {
    word: { ja: '承認失効', en: 'Approval void' },
    next: {
      ja: '内容を確認し、改めて申請を受け付けるか、終了を登録してください。',
      en: 'Have it applied for anew, or record its end.',
    },
  },
  revoked: {
    word: { ja: '承認取消し', en: 'Revoked' },
    next: {
      ja: '業務を止めさせ、終了を登録してください。',
      en: 'Have the work stopped and record the end.',
    },
  },
  unauthorized: {
    word: { ja: '無承認', en: 'Unauthorized' },
    next: {
      ja: '直ちに中止させて終了を登録するか、事後の申請を受け付けてください。',
      en: 'Have it stopped and record the end, or take in an application after the fact.',
    },
  },
  ended: {
    word: { ja: '終了', en: 'Ended' },
    next: {
      ja: '再び行わせるには、新しい再委託として作成してください。',
      en: 'Draw up another for the firm to work again.',
    },
  },
};

/** What the standing of a hop is called. */
export function wordOfStanding(status: SubcontractStatus): Text {
  return STANDING[status].word;
}

/** That something cannot be done with a hop as it stands. */
export function subcontractNotThere(status: SubcontractStatus): SubcontractNotThere {
  const thing = { ja: '再委託', en: 're-subcontracting' };
  const detail = asItStands(thing, STANDING[status]);
  return new SubcontractNotThere(detail, { status, allowed: SUBCONTRACT.nextOf(status) });
}

/** What people call a status. */
export function statusWord(status: SubcontractStatus): StandingWords['word'] {
  return STANDING[status].word;
}
