import { DomainError } from '../../shared/domain/domain-error.js';
import type { Text } from '../../shared/domain/text.js';
import type { InvitationStanding } from './invitation.js';

/** The link was used, withdrawn, replaced by a newer one, or is too old. */
export class InvitationGone extends DomainError {
  readonly code = 'invitation.gone';
  readonly kind = 'gone';
  readonly title = { ja: 'この招待は使えません', en: 'The invitation cannot be used' };

  constructor(standing: Exclude<InvitationStanding, 'open'>) {
    super(whyNot(standing), { standing });
  }
}

function whyNot(standing: Exclude<InvitationStanding, 'open'>): Text {
  switch (standing) {
    case 'accepted':
      return WHY.accepted;
    case 'superseded':
      return WHY.superseded;
    case 'withdrawn':
      return WHY.withdrawn;
    default:
      return WHY.expired;
  }
}

const WHY = {
  accepted: {
    ja: 'この招待は既に使われました。アカウントでサインインしてください。',
    en: 'The invitation was used. Sign in with the account.',
  },
  superseded: {
    ja: 'この招待の後に新しい招待が送られています。新しい方のリンクを使ってください。',
    en: 'A newer invitation was sent. Use its link.',
  },
  withdrawn: {
    ja: 'この招待は取り消されました。送り主に問い合わせてください。',
    en: 'The invitation was withdrawn. Ask its sender.',
  },
  expired: {
    ja: 'この招待は期限が過ぎています。送り主に、新しい招待を依頼してください。',
    en: 'The invitation expired. Ask its sender for a new one.',
  },
} as const;
