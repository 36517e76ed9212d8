import type { Text } from '../../shared/domain/text.js';
import { DomainError } from '../../shared/domain/domain-error.js';
import type { Gate } from '../../policies/index.js';
import type { ObligationState } from './obligation-state.js';

/** An obligation that keeps a gate shut, as a refusal names it. */
export interface UnmetObligation {
  readonly obligationId: string;
  readonly rule: string;
  readonly article: string;
  /** As printed in the policy. */
  readonly label: string;
  readonly title: Text;
  readonly gate: Gate;
  readonly owedBy: 'body' | 'vendor';
  readonly state: ObligationState;
  readonly dueOn: string | null;
  /** What would meet it. */
  readonly remedy: Text;
}

/** A step was refused because obligations that guard it are unproven. */
export class GateClosed extends DomainError {
  readonly code = 'engagement.gate-closed';
  readonly kind = 'rule-violated';
  readonly title = { ja: '未了の義務があります', en: 'Obligations are unmet' };

  constructor(unmet: readonly UnmetObligation[]) {
    const labels = [...new Set(unmet.map(({ label }) => label))];
    super(
      {
        ja: `未了の義務が ${String(unmet.length)} 件あるため進めません（${labels.join('、')}）。facts.unmet に、何をすれば満たされるかを示します。`,
        en: `${String(unmet.length)} unmet obligation(s) keep this step shut (${labels.join(', ')}). facts.unmet tells what would meet each.`,
      },
      { unmet },
    );
  }
}

/** The life cycle has no such step from here. */
export class TransitionNotAllowed extends DomainError {
  readonly code = 'engagement.transition-not-allowed';
  readonly kind = 'rule-violated';
  readonly title = { ja: 'この段階へは進めません', en: 'No such step from here' };

  constructor(from: string, allowed: readonly string[]) {
    super(
      {
        ja: `現在の状態（${from}）から進める先は ${allowed.length > 0 ? allowed.join('、') : 'ありません'}。`,
        en: `From ${from} the next steps are: ${allowed.length > 0 ? allowed.join(', ') : 'none'}.`,
      },
      { from, allowed },
    );
  }
}

/** Two acts that the policy keeps apart were attempted by one person (2(8) 兼務の禁止). */
export class SeparationOfDuties extends DomainError {
  readonly code = 'authority.separation-of-duties';
  readonly kind = 'rule-violated';
  readonly title = { ja: '兼務の禁止に当たります', en: 'Separation of duties' };

  constructor(acts: Text) {
    super({
      ja: `${acts.ja}を同じ者が行うことはできません。`,
      en: `The same person cannot do both: ${acts.en}.`,
    });
  }
}

/** What is asked for is possible only at another stage. */
export class WrongStage extends DomainError {
  readonly code = 'engagement.wrong-stage';
  readonly kind = 'rule-violated';
  readonly title = { ja: '今の段階では行えません', en: 'Not at this stage' };
}

/** @throws WrongStage where the engagement has ended and its dossier stands still */
export function refuseEnded(status: string): void {
  if (status !== 'closed' && status !== 'cancelled') return;
  throw new WrongStage(
    {
      ja: '完了又は取消しとなった案件は変更できません。',
      en: 'A closed or cancelled engagement cannot be changed.',
    },
    { status },
  );
}
