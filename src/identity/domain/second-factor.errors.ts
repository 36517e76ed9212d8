import type { SecondFactorKind } from '../../shared/authorization/second-factor.js';
import { DomainError } from '../../shared/domain/domain-error.js';

/** The password is right, and a second factor is registered that was not given. */
export class SecondFactorNeeded extends DomainError {
  readonly code = 'session.second-factor-needed';
  readonly kind = 'unauthenticated';
  readonly title = { ja: '追加の認証が必要です', en: 'A second factor is needed' };

  constructor(kinds: readonly SecondFactorKind[]) {
    super(
      {
        ja: '登録済みの認証アプリのワンタイムパスワード（otp）を添えるか、POST /v1/sessions/webauthn-options からセキュリティキーでサインインしてください。使える方法は kinds に示します。',
        en: 'Give the one-time password of your authenticator app as otp, or sign in with a security key from POST /v1/sessions/webauthn-options on. What you have is in kinds.',
      },
      { kinds },
    );
  }
}

/** The password is right, and there is no security key to sign in with. */
export class NoSecurityKey extends DomainError {
  readonly code = 'session.no-security-key';
  readonly kind = 'rule-violated';
  readonly title = {
    ja: 'セキュリティキーの登録がありません',
    en: 'No security key is registered',
  };

  constructor(kinds: readonly SecondFactorKind[]) {
    super(
      {
        ja: 'セキュリティキーが登録されていません。POST /v1/sessions でサインインしてください。使える方法は kinds に示します。',
        en: 'No security key is registered. Sign in by POST /v1/sessions. What you have is in kinds.',
      },
      { kinds },
    );
  }
}

/** What was shown to confirm a second factor does not prove that the person has it. */
export class SecondFactorRefused extends DomainError {
  readonly code = 'second-factor.refused';
  readonly kind = 'rule-violated';
  readonly title = { ja: '確認できません', en: 'Not confirmed' };

  constructor() {
    super({
      ja: 'ワンタイムパスワード又はセキュリティキーの応答が正しくありません。端末の時刻を合わせ、新しいワンタイムパスワードで確認するか、登録をやり直してください。',
      en: 'The one-time password or the answer of the security key is not right. Set the clock of the device and confirm with a new password, or register it again.',
    });
  }
}

/** The person has as many second factors as anybody may have. */
export class TooManySecondFactors extends DomainError {
  readonly code = 'second-factor.too-many';
  readonly kind = 'rule-violated';
  readonly title = { ja: '登録の上限です', en: 'No more can be registered' };

  constructor(most: number) {
    super(
      {
        ja: `登録できる認証アプリとセキュリティキーは合わせて${String(most)}件までです。使わないものを削除してください。`,
        en: `At most ${String(most)} authenticator apps and security keys can be registered. Remove one that is not used.`,
      },
      { most },
    );
  }
}

/** A post held today asks for a second factor, and this is the only one. */
export class LastSecondFactor extends DomainError {
  readonly code = 'second-factor.last';
  readonly kind = 'rule-violated';
  readonly title = { ja: '最後の一つは削除できません', en: 'The last one stays' };

  constructor() {
    super({
      ja: '就いている役職には多要素認証が必要です。先に別の認証アプリ又はセキュリティキーを登録してください。',
      en: 'A post held today asks for a second factor. Register another one first.',
    });
  }
}

/** An administrator resets the second factors of others, not their own. */
export class OwnSecondFactors extends DomainError {
  readonly code = 'second-factor.own';
  readonly kind = 'rule-violated';
  readonly title = { ja: '自分の認証要素は解除できません', en: 'Not one’s own' };

  constructor() {
    super({
      ja: '自分の認証要素は、別のシステム管理担当者に解除を依頼してください。システム管理担当者が一人だけのときは、運用者が npm run second-factor:reset で解除します。',
      en: 'Ask another administrator to reset your own; where there is none, the operator resets them by npm run second-factor:reset.',
    });
  }
}
