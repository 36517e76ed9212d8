import { DomainError } from '../../shared/domain/domain-error.js';

/** A data item is classified by something the adopted policy does not know. */
export class UnknownClass extends DomainError {
  readonly code = 'policy.unknown-class';
  readonly kind = 'invalid';
  readonly title = { ja: 'ポリシーにない分類です', en: 'Unknown class' };

  constructor(id: string) {
    super(
      {
        ja: `適用中のポリシーに分類「${id}」はありません。`,
        en: `The policy in force has no class "${id}".`,
      },
      { id },
    );
  }
}

/** An engagement works in a network segment the adopted policy does not know. */
export class UnknownSegment extends DomainError {
  readonly code = 'policy.unknown-segment';
  readonly kind = 'invalid';
  readonly title = { ja: 'ポリシーにないネットワーク区分です', en: 'Unknown segment' };

  constructor(id: string) {
    super(
      {
        ja: `適用中のポリシーにネットワーク区分「${id}」はありません。`,
        en: `The policy in force has no segment "${id}".`,
      },
      { id },
    );
  }
}

/** A rule rests on a setting that has no value of its kind: none decided, and none in the policy. */
export class SettingWithoutValue extends DomainError {
  readonly code = 'policy.setting-without-value';
  readonly kind = 'rule-violated';
  readonly title = { ja: '設定に値がありません', en: 'A setting has no value' };

  constructor(setting: string) {
    super(
      {
        ja: `設定「${setting}」に値がないため進めません。管理者が設定してください（/v1/organization/settings）。ポリシーにその設定がなければ、加えた版を採用してください。`,
        en: `The setting "${setting}" has no value. An administrator decides it at /v1/organization/settings; where the policy lacks it, adopt a version that has it.`,
      },
      { setting },
    );
  }
}
