import { DomainError } from '../../shared/domain/domain-error.js';
import type { Text } from '../../shared/domain/text.js';

/** A policy cannot come into force on a day that has passed: what was done then was done under another. */
export class AdoptionInThePast extends DomainError {
  readonly code = 'policy-adoption.in-the-past';
  readonly kind = 'rule-violated';
  readonly title = { ja: '過去の日からは採用できません', en: 'Adoption in the past' };

  constructor(effectiveFrom: string, today: string) {
    super(
      {
        ja: `適用開始日は本日（${today}）以後の日にしてください。`,
        en: `The policy can come into force today (${today}) or later.`,
      },
      { effectiveFrom, today },
    );
  }
}

/** A body cannot run on a policy before the policy itself says it is in force. */
export class AdoptionBeforeEffect extends DomainError {
  readonly code = 'policy-adoption.before-effect';
  readonly kind = 'rule-violated';
  readonly title = {
    ja: '施行前の日からは採用できません',
    en: 'Adoption before the policy’s own day',
  };

  constructor(
    effectiveFrom: string,
    { firstDay, printed }: { readonly firstDay: string; readonly printed: Text },
  ) {
    super(
      {
        ja: `このポリシーは「${printed.ja}」とされています。適用開始日は ${firstDay} 以後の日にしてください。`,
        en: `The policy says "${printed.en}"; it can be adopted from ${firstDay}.`,
      },
      { effectiveFrom, firstDay },
    );
  }
}

/** One policy comes into force on a day, not two. */
export class AdoptionDayTaken extends DomainError {
  readonly code = 'policy-adoption.day-taken';
  readonly kind = 'conflict';
  readonly title = {
    ja: 'その日からの採用は記録済みです',
    en: 'A policy is adopted from that day',
  };

  constructor(effectiveFrom: string) {
    super(
      {
        ja: `${effectiveFrom} から適用するポリシーは既に記録されています。`,
        en: `A policy that comes into force on ${effectiveFrom} is already recorded.`,
      },
      { effectiveFrom },
    );
  }
}
