import { DomainError } from '../../shared/domain/domain-error.js';

/** The vendor is linked to the account of a firm. */
export class VendorLinked extends DomainError {
  readonly code = 'vendor.linked';
  readonly kind = 'conflict';
  readonly title = { ja: '既に連携しています', en: 'Linked already' };

  constructor() {
    super({
      ja: 'この事業者は既に事業者アカウントと連携しています。別のアカウントとするときや法人番号を改めるときは、先に連携を終えてください。',
      en: 'The vendor is linked to the account of a firm. End the link first to link another one or to change the corporate number.',
    });
  }
}

/** The firm is linked to another vendor of the same body. */
export class FirmLinkedElsewhere extends DomainError {
  readonly code = 'firm.linked-elsewhere';
  readonly kind = 'conflict';
  readonly title = { ja: '別の登録と連携しています', en: 'Linked to another vendor' };

  constructor() {
    super({
      ja: 'この事業者アカウントは、この団体の別の事業者登録と既に連携しています。',
      en: 'The account is linked to another vendor record of this body.',
    });
  }
}

/** The invitation is for another firm. */
export class OtherFirmInvited extends DomainError {
  readonly code = 'firm.other-invited';
  readonly kind = 'rule-violated';
  readonly title = { ja: '別の事業者への招待です', en: 'Another firm is invited' };

  constructor() {
    super({
      ja: '招待された事業者の法人番号が、サインインしている事業者と異なります。',
      en: 'The corporate number of the invited vendor is not that of the firm signed in.',
    });
  }
}

/** There is nothing to confirm, or the link ended. */
export class FirmLinkNotThere extends DomainError {
  readonly code = 'firm-link.wrong-status';
  readonly kind = 'rule-violated';
  readonly title = { ja: '連携の今の状態では行えません', en: 'Not in this state of the link' };

  constructor(status: string) {
    super(
      {
        ja: '確認できるのは、団体の確認を待っている連携だけです。',
        en: 'Only a link that awaits the body can be confirmed.',
      },
      { status },
    );
  }
}
