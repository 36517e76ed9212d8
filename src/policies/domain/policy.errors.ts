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
