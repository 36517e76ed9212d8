import { DomainError } from '../../shared/domain/domain-error.js';

/** The firm that is invited has an account of its own already. */
export class FirmHasAccount extends DomainError {
  readonly code = 'firm.has-account';
  readonly kind = 'conflict';
  readonly title = { ja: 'この事業者には既にアカウントがあります', en: 'The firm has an account' };

  constructor() {
    super({
      ja: 'この法人番号の事業者は既にアカウントを持っています。その管理者がサインインし、この招待を POST /v1/portal/links で承諾してください。',
      en: 'The firm of this corporate number has an account already. Have its administrator sign in and accept this invitation by POST /v1/portal/links.',
    });
  }
}

/** Nobody would be left to administer the account of the firm. */
export class LastFirmAdministrator extends DomainError {
  readonly code = 'firm.last-administrator';
  readonly kind = 'rule-violated';
  readonly title = { ja: '管理者がいなくなります', en: 'No administrator would be left' };

  constructor() {
    super({
      ja: '先に別の人を管理者にしてください。',
      en: 'Make somebody else an administrator first.',
    });
  }
}

/** Who left the firm cannot be given a role in it again. */
export class LeftFirm extends DomainError {
  readonly code = 'firm.person-left';
  readonly kind = 'rule-violated';
  readonly title = { ja: '既に離れています', en: 'No longer of the firm' };

  constructor() {
    super({
      ja: 'この人は既に事業者を離れています。',
      en: 'This person is no longer of the firm.',
    });
  }
}
