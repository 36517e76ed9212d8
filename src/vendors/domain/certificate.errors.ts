import { DomainError } from '../../shared/domain/domain-error.js';
import { ISO_27001_2013_LAST_DAY } from './certificate.js';

/** The edition a certificate was issued on has ended, so it proves nothing any more. */
export class EditionNoLongerValid extends DomainError {
  readonly code = 'certificate.edition-no-longer-valid';
  readonly kind = 'rule-violated';
  readonly title = { ja: '移行期限を過ぎた規格の認証です', en: 'Edition no longer valid' };

  constructor() {
    super(
      {
        ja: 'ISO/IEC 27001:2013（JIS Q 27001:2014）による認証は、2025年10月31日の移行期限をもって失効しています。2022年版（JIS Q 27001:2023）の認証を登録してください。',
        en: 'Certificates on ISO/IEC 27001:2013 (JIS Q 27001:2014) ended with the transition on 2025-10-31. Register one on the 2022 edition (JIS Q 27001:2023).',
      },
      { lastDay: ISO_27001_2013_LAST_DAY },
    );
  }
}

/** The certificate that is to be renewed has a renewal already. */
export class CertificateAlreadyRenewed extends DomainError {
  readonly code = 'certificate.already-renewed';
  readonly kind = 'conflict';
  readonly title = { ja: '更新後の証明書が登録済みです', en: 'Already renewed' };

  constructor() {
    super({
      ja: '更新元の証明書には、更新後の証明書が既に登録されています。',
      en: 'The certificate to be renewed has a renewal on record already.',
    });
  }
}
