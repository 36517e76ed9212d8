import { DomainError } from '../../shared/domain/domain-error.js';

/** The address, the password or the second factor is wrong, or sign-in is locked: which, is not told. */
export class SignInRefused extends DomainError {
  readonly code = 'session.sign-in-refused';
  readonly kind = 'unauthenticated';
  readonly title = { ja: 'サインインできません', en: 'Sign-in refused' };

  constructor() {
    super({
      ja: 'メールアドレス、パスワード又は追加の認証が違うか、続けて間違えたため一時的に停止しています。',
      en: 'The address, the password or the second factor is wrong, or sign-in is locked for a while after repeated errors.',
    });
  }
}

/** The password given as the present one is wrong, or sign-in is locked: which, is not told. */
export class CurrentPasswordWrong extends DomainError {
  readonly code = 'password.current-wrong';
  readonly kind = 'rule-violated';
  readonly title = { ja: '現在のパスワードが違います', en: 'The current password is wrong' };

  constructor() {
    super({
      ja: '現在のパスワードが違うか、続けて間違えたため一時的に停止しています。',
      en: 'The current password is wrong, or it is locked for a while after repeated errors.',
    });
  }
}

/** Somebody signs in with this address already. */
export class AddressTaken extends DomainError {
  readonly code = 'sign-in-address.taken';
  readonly kind = 'conflict';
  readonly title = { ja: '使用中のメールアドレスです', en: 'Address in use' };

  constructor(email: string) {
    super(
      {
        ja: `メールアドレス ${email} は既にサインインに使われています。`,
        en: `The address ${email} is already used to sign in.`,
      },
      { email },
    );
  }
}

/** The token was revoked before. */
export class ApiTokenRevoked extends DomainError {
  readonly code = 'api-token.revoked';
  readonly kind = 'rule-violated';
  readonly title = { ja: '既に失効させたトークンです', en: 'The token is revoked' };

  constructor() {
    super({
      ja: 'このトークンは既に失効させてあります。',
      en: 'The token was revoked before.',
    });
  }
}

/** The refresh token is unknown, used before, expired or revoked. */
export class RefreshRefused extends DomainError {
  readonly code = 'session.refresh-refused';
  readonly kind = 'unauthenticated';
  readonly title = { ja: '更新できません', en: 'Refresh refused' };

  constructor() {
    super({
      ja: '更新トークンは使えません。サインインし直してください。',
      en: 'The refresh token cannot be used. Sign in again.',
    });
  }
}
