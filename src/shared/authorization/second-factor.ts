import { DomainError } from '../domain/domain-error.js';

/** Kinds of second factor that a person registers: a one-time password (RFC 6238), a security key (WebAuthn). */
export const SECOND_FACTOR_KINDS = ['totp', 'webauthn'] as const;
export type SecondFactorKind = (typeof SECOND_FACTOR_KINDS)[number];

/** How a second factor may have been given: by one of those, or to the identity provider that vouches for it. */
export const SECOND_FACTORS_GIVEN = [...SECOND_FACTOR_KINDS, 'identity-provider'] as const;
export type SecondFactorGiven = (typeof SECOND_FACTORS_GIVEN)[number];

/** A post of the caller asks for a second factor, and this session was begun without one. */
export class SecondFactorRequired extends DomainError {
  readonly code = 'session.second-factor-required';
  readonly kind = 'forbidden';
  readonly title = { ja: '多要素認証が必要です', en: 'A second factor is required' };

  constructor() {
    super(
      {
        ja: '本日就いている役職では、パスワードだけのサインインで操作することはできません。POST /v1/me/second-factors で認証アプリ又はセキュリティキーを登録し、その確認を済ませてください。登録済みの場合は、それを使ってサインインし直してください。',
        en: 'The posts held today permit nothing to who signed in by password alone. Register an authenticator app or a security key by POST /v1/me/second-factors and confirm it; if you have one already, sign in again with it.',
      },
      { register: '/v1/me/second-factors' },
    );
  }
}
