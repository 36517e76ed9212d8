import { DomainError } from '../../shared/domain/domain-error.js';
import type { Text } from '../../shared/domain/text.js';
import type { VendorStatus } from './vendor-checklist.js';

const CLOSED = {
  submitted: {
    ja: '回答は提出済みのため、変更できません。訂正が必要なときは、団体の担当者に連絡してください。',
    en: 'The answers were handed in and cannot be changed. Tell those in charge at the body what is to be corrected.',
  },
  withdrawn: {
    ja: '辞退又は取下げにより終了しているため、回答できません。',
    en: 'It was withdrawn, and takes no answers any more.',
  },
};

/** The checklist is not with the vendor any more. */
export class NotWithVendor extends DomainError {
  readonly code = 'checklist.not-open';
  readonly kind = 'rule-violated';
  readonly title = { ja: '回答できる状態ではありません', en: 'The checklist takes no answers' };

  constructor(status: Exclude<VendorStatus, 'open'>) {
    super(status === 'withdrawn' ? CLOSED.withdrawn : CLOSED.submitted, { status });
  }
}

/** Drafted answers rest on evidence that does not count: it has lapsed, or its file was withdrawn. */
export class DraftedEvidenceGone extends DomainError {
  readonly code = 'checklist.evidence-gone';
  readonly kind = 'rule-violated';
  readonly title = { ja: '使えない証跡があります', en: 'Evidence does not count any more' };

  constructor(criteria: readonly string[]) {
    super(
      {
        ja: `証跡の期限が切れているか、ファイルが取り下げられている設問があります（${criteria.join('、')}）。証跡を直してから提出してください。`,
        en: `Evidence has lapsed or its file was withdrawn (${criteria.join(', ')}). Put it right before the answers are handed in.`,
      },
      { criteria },
    );
  }
}

/** Why an answer is not taken from the library of the firm as it is. */
export type PrefillFault = 'answered' | 'nothing-kept' | 'question-changed' | 'evidence-lapsed';

const PREFILL_FAULTS: Readonly<Record<PrefillFault, Text>> = {
  answered: { ja: '回答済み', en: 'answered already' },
  'nothing-kept': { ja: '以前の回答なし', en: 'no answer of before' },
  'question-changed': { ja: '問いが変わっている', en: 'the question has changed' },
  'evidence-lapsed': {
    ja: '証跡の期限切れ、又はファイルなし',
    en: 'its evidence has lapsed or a file is gone',
  },
};

/** Answers of before cannot be taken as they are: the firm is to answer anew. */
export class PrefillRefused extends DomainError {
  readonly code = 'checklist.prefill-refused';
  readonly kind = 'rule-violated';
  readonly title = {
    ja: '以前の回答をそのまま使えない設問があります',
    en: 'Answers of before cannot be taken as they are',
  };

  constructor(refused: readonly { readonly criterionId: string; readonly reason: PrefillFault }[]) {
    const named = (language: keyof Text): string =>
      refused
        .map(({ criterionId, reason }) => `${criterionId}: ${PREFILL_FAULTS[reason][language]}`)
        .join(language === 'ja' ? '、' : ', ');
    super(
      {
        ja: `以前の回答をそのまま使えない設問があります（${named('ja')}）。取り込む設問から外し、改めて回答してください。`,
        en: `Some answers of before cannot be taken as they are (${named('en')}). Leave them out and answer them anew.`,
      },
      { refused },
    );
  }
}

/** A vendor withdraws until the last day for answers. */
export class TooLateToWithdraw extends DomainError {
  readonly code = 'checklist.too-late-to-withdraw';
  readonly kind = 'rule-violated';
  readonly title = { ja: '辞退できる期限を過ぎています', en: 'It is too late to withdraw' };

  constructor(dueOn: string) {
    super(
      {
        ja: `辞退できるのは回答の期限（${dueOn}）までです。団体の担当者に連絡してください。`,
        en: `It could be withdrawn until ${dueOn}. Tell those in charge at the body.`,
      },
      { dueOn },
    );
  }
}

/** Questions that the body's own staff answer are open, so that nobody can review yet. */
export class StaffAnswersMissing extends DomainError {
  readonly code = 'assessment.staff-answers-missing';
  readonly kind = 'rule-violated';
  readonly title = { ja: '職員が答える設問が未回答です', en: 'Staff have not answered yet' };

  constructor(missing: readonly string[]) {
    super(
      {
        ja: `職員が答える設問（${missing.join('、')}）が未回答です。回答を入力してから審査してください。`,
        en: `Criteria that staff answer are open (${missing.join(', ')}). Enter those answers before the review.`,
      },
      { missing },
    );
  }
}
