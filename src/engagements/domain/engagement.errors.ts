import type { Text } from '../../shared/domain/text.js';
import { DomainError } from '../../shared/domain/domain-error.js';
import type { Gate } from '../../policies/index.js';
import { hasEnded, type EngagementStatus } from './engagement-lifecycle.js';
import { ENGAGEMENT_STATUS_WORDS } from './engagement-words.js';
import type { ObligationState } from './obligation-state.js';
import type { ProofDemand } from './proof-demand.js';

/** An obligation that keeps a gate shut, as a refusal names it. */
export interface UnmetObligation {
  readonly obligationId: string;
  readonly rule: string;
  readonly article: string;
  /** As printed in the policy. */
  readonly label: string;
  readonly title: Text;
  /** The body chose the article: it is no text of its published policy. */
  readonly chosen: boolean;
  readonly gate: Gate;
  readonly owedBy: 'body' | 'vendor';
  readonly state: ObligationState;
  readonly dueOn: string | null;
  /** What would meet it. */
  readonly remedy: Text;
  readonly proof: ProofDemand;
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

/** What the policy leaves to the body is undecided, so nothing can begin on it. */
export class SettingsUndecided extends DomainError {
  readonly code = 'engagement.settings-undecided';
  readonly kind = 'rule-violated';
  readonly title = { ja: '団体が決めるべき設定があります', en: 'Settings are undecided' };

  constructor(undecided: readonly { readonly id: string; readonly label: Text }[]) {
    const ja = undecided.map(({ label }) => `「${label.ja}」`).join('');
    const en = undecided.map(({ label }) => `"${label.en}"`).join(', ');
    super(
      {
        ja: `ポリシーが団体に委ねた設定${ja}が決まるまで、業務や利用を始められません。管理者が設定してください（/v1/organization/settings?missing=true）。`,
        en: `Nothing can begin before the body has decided ${en}. An administrator decides at /v1/organization/settings?missing=true.`,
      },
      { undecided: undecided.map(({ id, label }) => ({ id, label })) },
    );
  }
}

/** A status with the word that staff have for it. */
export interface NamedStatus {
  readonly status: EngagementStatus;
  readonly word: Text;
}

/** The life cycle has no such step from here. */
export class TransitionNotAllowed extends DomainError {
  readonly code = 'engagement.transition-not-allowed';
  readonly kind = 'rule-violated';
  readonly title = { ja: 'この段階へは進めません', en: 'No such step from here' };

  constructor(from: NamedStatus, allowed: readonly NamedStatus[]) {
    const ja = allowed.map(({ word }) => `「${word.ja}」`).join('、');
    const en = allowed.map(({ word }) => word.en).join(', ');
    super(
      {
        ja: `この案件は「${from.word.ja}」の段階です。${allowed.length > 0 ? `次に進めるのは${ja}です。` : 'ここから進める段階はありません。'}`,
        en: `The engagement stands at "${from.word.en}". ${allowed.length > 0 ? `The next steps are: ${en}.` : 'No step follows.'}`,
      },
      { from: from.status, allowed: allowed.map(({ status }) => status) },
    );
  }
}

/** The record was voided before and proves nothing any more. */
export class RecordVoided extends DomainError {
  readonly code = 'record.already-voided';
  readonly kind = 'conflict';
  readonly title = { ja: '無効とした記録です', en: 'The record is voided already' };

  constructor({ voidedOn, voidedReason }: Readonly<Record<'voidedOn' | 'voidedReason', string>>) {
    super(
      {
        ja: `この記録は ${voidedOn} に無効としています（理由：${voidedReason}）。`,
        en: `The record was voided on ${voidedOn} (reason: ${voidedReason}).`,
      },
      { voidedOn, voidedReason },
    );
  }
}

/** It stands that the duty does not arise; a decision is not written over. */
export class DutyDoesNotArise extends DomainError {
  readonly code = 'obligation.does-not-arise';
  readonly kind = 'conflict';
  readonly title = { ja: '既に適用除外とされています', en: 'The duty does not arise already' };

  constructor(reason: string) {
    super(
      {
        ja: `この義務は既に適用除外とされています（理由：${reason}）。決定を改めるときは、先に取り消してください。`,
        en: `It stands that this duty does not arise (reason: ${reason}). Take that back before deciding otherwise.`,
      },
      { reason },
    );
  }
}

/** Nothing was decided about the duty that could be taken back. */
export class DutyArises extends DomainError {
  readonly code = 'obligation.arises';
  readonly kind = 'conflict';
  readonly title = { ja: '適用除外の決定がありません', en: 'The duty arises' };

  constructor() {
    super({
      ja: 'この義務については、適用除外の決定がされていないため、取り消せません。',
      en: 'There is no decision that this duty does not arise; nothing can be taken back.',
    });
  }
}

/** The duty does not arise because a contract leaves its clause out. */
export class LeftOutByClause extends DomainError {
  readonly code = 'obligation.left-out-by-clause';
  readonly kind = 'rule-violated';
  readonly title = {
    ja: '契約条項を適用しないことによるものです',
    en: 'It follows from a clause that is left out',
  };

  constructor() {
    super({
      ja: 'この義務が生じないのは、契約で該当する条項を適用しないこととしたためです。義務を生じさせるには、その条項を入れた契約を締結してください。',
      en: 'The duty does not arise because the contract leaves its clause out. Conclude a contract that includes the clause.',
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
export function refuseEnded(status: EngagementStatus): void {
  if (!hasEnded(status)) return;
  const word = ENGAGEMENT_STATUS_WORDS[status];
  throw new WrongStage(
    {
      ja: `この案件は「${word.ja}」のため、記録を加えることも変更することもできません。`,
      en: `The engagement is "${word.en}"; nothing of it can be added or changed any more.`,
    },
    { status },
  );
}
