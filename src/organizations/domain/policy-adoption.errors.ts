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

/** Nobody could appoint, decide settings or adopt another policy from that day on. */
export class NobodyAdministers extends DomainError {
  readonly code = 'policy-adoption.nobody-administers';
  readonly kind = 'rule-violated';
  readonly title = { ja: '管理できる職員がいなくなります', en: 'Nobody would administer' };

  constructor(
    effectiveFrom: string,
    roles: readonly { readonly id: string; readonly label: Text }[],
  ) {
    const ja = roles.map(({ label }) => label.ja).join('又は');
    const en = roles.map(({ label }) => label.en).join(' or ');
    super(
      roles.length === 0
        ? {
            ja: 'このポリシーには、システムを管理する役割（administer）がありません。',
            en: 'The policy has no role with the duty "administer".',
          }
        : {
            ja: `このポリシーでは${ja}がシステムを管理しますが、${effectiveFrom} にその役職に就いている職員がいません。先に任命してください。`,
            en: `Under the policy ${en} administers, and nobody holds that post on ${effectiveFrom}. Appoint somebody first.`,
          },
      { effectiveFrom, roles: roles.map(({ id }) => id) },
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
