import { DomainError } from './domain-error.js';
import type { Text } from './text.js';

/**
 * The pairs of acts that fall to two people. Applying and approving, asking and permitting, being
 * audited and auditing are the policy's own (2(8) 兼務の禁止); the others are safeguards of the product.
 */
export const DUTY_RULES = [
  'apply-approve',
  'submit-score',
  'score-approve',
  'implement-verify',
  'request-permit',
  'audit-audited',
] as const;
export type DutyRule = (typeof DUTY_RULES)[number];

const WAY_OUT = {
  ja: 'やむを得ない場合は、例外措置を許可する者から、理由と期限のある兼務の許可（/v1/duty-waivers）を受けてください。',
  en: 'Where it cannot be avoided, whoever permits exceptions may give a waiver with a reason and an end (/v1/duty-waivers).',
};

/**
 * Two acts that the policy keeps apart were attempted by one person (2(8) 兼務の禁止). With a rule,
 * a waiver of it would admit them.
 */
export class SeparationOfDuties extends DomainError {
  readonly code = 'authority.separation-of-duties';
  readonly kind = 'rule-violated';
  readonly title = { ja: '兼務の禁止に当たります', en: 'Separation of duties' };

  constructor(acts: Text, rule?: DutyRule) {
    const isOpen = rule !== undefined;
    super(
      {
        ja: `${acts.ja}を同じ者が行うことはできません。${isOpen ? WAY_OUT.ja : ''}`,
        en: `The same person cannot do both: ${acts.en}.${isOpen ? ` ${WAY_OUT.en}` : ''}`,
      },
      isOpen ? { rule } : {},
    );
  }
}
