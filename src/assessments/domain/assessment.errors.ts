import { DomainError } from '../../shared/domain/domain-error.js';
import type { Text } from '../../shared/domain/text.js';

/** The candidate is already assessed for the engagement. */
export class CandidateAlreadyAssessed extends DomainError {
  readonly code = 'assessment.candidate-already-assessed';
  readonly kind = 'conflict';
  readonly title = {
    ja: 'この候補者の評価は既にあります',
    en: 'The candidate is assessed already',
  };

  constructor(assessmentId: string) {
    super(
      {
        ja: `この候補者には既に評価票を送っています（評価の ID ${assessmentId}）。その評価を再開するか、取り下げてから送ってください。`,
        en: `A checklist was already sent to this candidate (assessment ${assessmentId}). Reopen that assessment, or withdraw it first.`,
      },
      { assessmentId },
    );
  }
}

/** What is asked for is possible only where the assessment stands otherwise. */
export class AssessmentNotThere extends DomainError {
  readonly code = 'assessment.wrong-status';
  readonly kind = 'rule-violated';
  readonly title = { ja: '評価の今の状態では行えません', en: 'Not as the assessment stands' };
}

/** The policy asks nothing of a candidate for this engagement. */
export class NothingToAsk extends DomainError {
  readonly code = 'assessment.nothing-to-ask';
  readonly kind = 'rule-violated';
  readonly title = { ja: '設問がありません', en: 'There is nothing to ask' };

  constructor() {
    super({
      ja: 'この案件の選定に適用される設問がポリシーにありません。',
      en: 'The policy has no criterion for the selection of this engagement.',
    });
  }
}

/** Criteria are not answered yet. */
export class AnswersMissing extends DomainError {
  readonly code = 'assessment.answers-missing';
  readonly kind = 'rule-violated';
  readonly title = { ja: '未回答の設問があります', en: 'Answers are missing' };

  /** @param prefilled those of them for which the library of the firm has an answer that waits to be confirmed */
  constructor(missing: readonly string[], prefilled: readonly string[] = []) {
    const waiting = prefilled.length > 0 ? waitingOf(prefilled) : { ja: '', en: '' };
    super(
      {
        ja: `${String(missing.length)} 問が未回答のため提出できません（${missing.join('、')}）。分からないものは「不明」と答えてください。${waiting.ja}`,
        en: `${String(missing.length)} criteria are not answered (${missing.join(', ')}). Answer unknown where the vendor cannot tell.${waiting.en}`,
      },
      { missing, ...(prefilled.length > 0 && { prefilled }) },
    );
  }
}

function waitingOf(prefilled: readonly string[]): Text {
  return {
    ja: `うち ${String(prefilled.length)} 問（${prefilled.join('、')}）は、以前の回答が確認待ちです。確かめて取り込むか、改めて回答してください。`,
    en: ` ${String(prefilled.length)} of them (${prefilled.join(', ')}) have an answer of before that waits for confirmation; check and take it, or answer anew.`,
  };
}

/** The reviewer has reviewed these answers before. */
export class AlreadyReviewed extends DomainError {
  readonly code = 'assessment.already-reviewed';
  readonly kind = 'conflict';
  readonly title = { ja: '既に審査しています', en: 'Already reviewed' };

  constructor() {
    super({
      ja: 'この回答は既に審査しています。別の審査担当者が審査してください。',
      en: 'You have reviewed these answers; another reviewer must give the next review.',
    });
  }
}

/** A candidate cannot be selected with the outcome it has, or has no more. */
export class CandidateNotEligible extends DomainError {
  readonly code = 'selection.candidate-not-eligible';
  readonly kind = 'rule-violated';
  readonly title = { ja: 'この候補者は選定できません', en: 'The candidate is not eligible' };

  constructor(facts: {
    /** The outcome that counts; null where there is none. */
    readonly result: string | null;
    /** Criteria whose knock-out is open. */
    readonly knockOuts: readonly string[];
    /** The engagement now asks more than the checklist did. */
    readonly isOutdated: boolean;
  }) {
    super(
      {
        ja: facts.isOutdated
          ? '評価の後に案件の内容が変わり、設問が足りません。取り下げて評価票を送り直してください。'
          : '選定できるのは、評価結果が「適」又は「条件付き適」で確定した候補者だけです。入札のほかは、評価を再開して是正を求めることができます。',
        en: facts.isOutdated
          ? 'The engagement changed and asks more than this checklist. Withdraw it and send a new one.'
          : 'Only a candidate whose outcome is settled as suitable or conditional can be selected. Unless this is a tender, its assessment can be reopened.',
      },
      facts,
    );
  }
}

/** The vendor is suspended from tendering (指名停止). */
export class VendorSuspended extends DomainError {
  readonly code = 'selection.vendor-suspended';
  readonly kind = 'rule-violated';
  readonly title = { ja: '指名停止中の事業者です', en: 'The vendor is suspended' };

  constructor(suspendedUntil: string) {
    super(
      {
        ja: `この事業者は ${suspendedUntil} まで指名停止中のため、新たに選定できません。`,
        en: `The vendor is suspended from tendering until ${suspendedUntil} and cannot be selected.`,
      },
      { suspendedUntil },
    );
  }
}

/** Conditions were given for an outcome that is not conditional. */
export class NotConditional extends DomainError {
  readonly code = 'assessment.not-conditional';
  readonly kind = 'rule-violated';
  readonly title = { ja: '条件付きの評価結果ではありません', en: 'The outcome is not conditional' };

  constructor(result: string, word: Text) {
    super(
      {
        ja: `評価結果は「${word.ja}」です。条件を付けられるのは「条件付き適」の評価結果だけです。`,
        en: `The outcome is "${word.en}"; only a conditional one has conditions.`,
      },
      { result },
    );
  }
}
