import { DomainError } from '../../shared/domain/domain-error.js';
import type { AnswerLinkStanding } from './answer-link.js';

const WHY = {
  superseded: {
    ja: 'このリンクは、後から発行したリンク又は事業者アカウントに替わりました。お手元に新しいリンクがないときは、団体の担当者に連絡してください。',
    en: 'A newer link or an account took its place. Without a newer one, tell those in charge at the body.',
  },
  expired: {
    ja: '回答の期限を過ぎたため、このリンクは使えません。団体の担当者に連絡してください。',
    en: 'The last day for answers has passed. Tell those in charge at the body.',
  },
  withdrawn: {
    ja: '辞退又は取下げにより終了しているため、回答は不要です。',
    en: 'It was withdrawn; no answer is needed.',
  },
  linked: {
    ja: '事業者アカウントとの連携が済んでいます。アカウントにサインインして回答してください。',
    en: 'The vendor has an account by now. Sign in to it to answer.',
  },
} as const;

/** The link leads to its checklist no more. */
export class AnswerLinkGone extends DomainError {
  readonly code = 'answer-link.gone';
  readonly kind = 'gone';
  readonly title = { ja: 'このリンクは使えません', en: 'The link cannot be used' };

  constructor(standing: AnswerLinkStanding) {
    super(standing in WHY ? WHY[standing as keyof typeof WHY] : WHY.expired, { standing });
  }
}

/** The vendor answers in its account. */
export class AnswersInAccount extends DomainError {
  readonly code = 'answer-link.vendor-linked';
  readonly kind = 'rule-violated';
  readonly title = { ja: '事業者アカウントで回答できます', en: 'The vendor has an account' };

  constructor() {
    super({
      ja: 'この事業者は事業者アカウントと連携しており、アカウントで回答します。リンクは発行できません。',
      en: 'The vendor is linked to the account of its firm and answers there; no link is issued.',
    });
  }
}
