import { DomainError } from '../../shared/domain/domain-error.js';

/** The body already knows a vendor by this corporate number. */
export class CorporateNumberTaken extends DomainError {
  readonly code = 'vendor.corporate-number-taken';
  readonly kind = 'conflict';
  readonly title = { ja: '登録済みの法人番号です', en: 'Corporate number already registered' };

  constructor(corporateNumber: string) {
    super(
      {
        ja: `法人番号 ${corporateNumber} の事業者は既に登録されています。`,
        en: `A vendor with corporate number ${corporateNumber} is already registered.`,
      },
      { corporateNumber },
    );
  }
}
