import { DomainError } from '../../shared/domain/domain-error.js';

/** There is no such body, or it signs in by password alone: which, is not told. */
export class NoIdentityProvider extends DomainError {
  readonly code = 'session.no-identity-provider';
  readonly kind = 'rule-violated';
  readonly title = {
    ja: 'シングルサインオンは使えません',
    en: 'There is no single sign-on',
  };

  constructor() {
    super({
      ja: 'この団体のシングルサインオンは設定されていません。メールアドレスとパスワードでサインインしてください。',
      en: 'No identity provider is configured for this body. Sign in with e-mail address and password.',
    });
  }
}

/** The identity provider does not answer, or answers what cannot be used: nothing is known of who it is. */
export class IdentityProviderUnavailable extends DomainError {
  readonly code = 'identity-provider.unavailable';
  readonly kind = 'unavailable';
  readonly title = {
    ja: '認証サーバーを利用できません',
    en: 'The identity provider is unavailable',
  };

  /** @param reason what failed, e.g. `OAUTH_TIMEOUT`, for the administrator */
  constructor(reason: string) {
    super(
      {
        ja: '団体の認証サーバー（IdP）が応答しないか、応答が正しくありません。しばらくしてから、最初からサインインし直してください。続くときはシステム管理担当者に連絡してください。',
        en: 'The identity provider of the body does not answer, or its answer cannot be used. Begin the sign-in again in a while, and tell the administrator if it goes on.',
      },
      { reason },
    );
  }
}
