import { DomainError } from '../../shared/domain/domain-error.js';
import type { Gap } from './coverage.js';
import type { MissingCondition, SpecificationStatus } from './specification.js';

/** The specification leaves out conditions that the policy puts on the selection (9(2)④ア). */
export class ConditionsMissing extends DomainError {
  readonly code = 'specification.conditions-missing';
  readonly kind = 'rule-violated';
  readonly title = { ja: '選定条件が不足しています', en: 'Selection conditions are missing' };

  constructor(missing: readonly MissingCondition[]) {
    const ids = missing.map(({ criterionId }) => criterionId).join(', ');
    super(
      {
        ja: `仕様に必要な選定条件が ${String(missing.length)} 件入っていません（${ids}）。仕様に加えてください。`,
        en: `The specification lacks ${String(missing.length)} selection condition(s): ${ids}. Add them to it.`,
      },
      { missing },
    );
  }
}

/** The engagement has a draft of its specification already. */
export class SpecificationDraftExists extends DomainError {
  readonly code = 'specification.draft-exists';
  readonly kind = 'conflict';
  readonly title = { ja: '作成中の仕様があります', en: 'There is a draft already' };

  constructor() {
    super({
      ja: 'この案件には作成中の仕様があります。それを変更するか、確定してください。',
      en: 'The engagement has a draft of its specification. Change or confirm that one.',
    });
  }
}

/** A confirmed specification stands still; what changes is a later version. */
export class SpecificationNotDraft extends DomainError {
  readonly code = 'specification.not-draft';
  readonly kind = 'rule-violated';
  readonly title = { ja: '作成中の仕様ではありません', en: 'Not a draft' };

  constructor(status: SpecificationStatus) {
    super(
      {
        ja: '確定した仕様は変更できません。新しい版を作成してください。',
        en: 'A confirmed specification stands still. Draw up a new version.',
      },
      { status },
    );
  }
}

/** The contract contains the specification (9(2)④イ), so there must be one. */
export class SpecificationUnconfirmed extends DomainError {
  readonly code = 'contract.specification-unconfirmed';
  readonly kind = 'rule-violated';
  readonly title = { ja: '仕様が確定していません', en: 'The specification is not confirmed' };

  constructor() {
    super({
      ja: '契約に含める調達仕様が確定していません。先に仕様を確定してください。',
      en: 'There is no confirmed specification for the contract to contain. Confirm one first.',
    });
  }
}

/** What is asked for is possible only in another state of the contract. */
export class ContractNotThere extends DomainError {
  readonly code = 'contract.not-there';
  readonly kind = 'rule-violated';
  readonly title = { ja: '契約の今の状態では行えません', en: 'Not as the contract stands' };
}

/** The contract leaves open what the policy demands of it. */
export class ContractIncomplete extends DomainError {
  readonly code = 'contract.incomplete';
  readonly kind = 'rule-violated';
  readonly title = { ja: '契約に不足があります', en: 'The contract is incomplete' };

  constructor(gaps: readonly Gap[]) {
    super(
      {
        ja: `契約に不足が ${String(gaps.length)} 件あるため署名を記録できません。facts.gaps に、何をすれば足りるかを示します。`,
        en: `The contract leaves ${String(gaps.length)} matter(s) open, so its signature cannot be recorded. facts.gaps tells what would mend each.`,
      },
      { gaps },
    );
  }
}

/** The period of the contract lies in the past, so that it would prove nothing. */
export class ContractPeriodOver extends DomainError {
  readonly code = 'contract.period-over';
  readonly kind = 'rule-violated';
  readonly title = { ja: '契約期間が過ぎています', en: 'The contract period is over' };

  constructor(until: string) {
    super(
      {
        ja: `契約期間は ${until} で終わっています。期間を確認してください。`,
        en: `The contract period ended on ${until}. Check the period.`,
      },
      { until },
    );
  }
}

/** Confirmation is asked only where a required clause is left out. */
export class ConfirmationUnasked extends DomainError {
  readonly code = 'contract.confirmation-unasked';
  readonly kind = 'rule-violated';
  readonly title = { ja: '確認を要しない条項です', en: 'Nothing to confirm' };

  constructor(clauseId: string) {
    super(
      {
        ja: '確認を要するのは、必要とされる条項を適用しないとした場合に限ります。',
        en: 'Only a required clause that was found not applicable is confirmed.',
      },
      { clauseId },
    );
  }
}

/** The firm is not the one selected for the engagement. */
export class VendorNotSelected extends DomainError {
  readonly code = 'contract.vendor-not-selected';
  readonly kind = 'rule-violated';
  readonly title = { ja: '選定した事業者ではありません', en: 'Not the selected vendor' };

  constructor(pointer: string) {
    super(
      {
        ja: 'この案件で選定した事業者を指定してください。',
        en: 'Name the vendor that was selected for the engagement.',
      },
      { pointer },
    );
  }
}
