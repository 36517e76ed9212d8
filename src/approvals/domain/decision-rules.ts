import type { InputFault } from '../../shared/domain/domain-error.js';
import type { DecisionOutcome } from './use-application-lifecycle.js';

/** What a decision says, as far as its form depends on its outcome. */
export interface DecisionForm {
  readonly outcome: DecisionOutcome;
  readonly comment?: string;
  readonly cloudServiceManagerId?: string;
  readonly reviewOn?: string;
}

/** What is wrong with a decision: a return or rejection must say why, an approval must name a manager. */
export function decisionFaults(decision: DecisionForm, today: string): InputFault[] {
  return RULES.filter(({ broken }) => broken(decision, today)).map(({ fault }) => fault);
}

const NO_COMMENT: InputFault = {
  pointer: '#/comment',
  detail: {
    ja: '差戻し又は却下の理由を入力してください。',
    en: 'Say why it is returned or rejected.',
  },
};

const NO_MANAGER: InputFault = {
  pointer: '#/cloudServiceManagerId',
  detail: {
    ja: '承認するときは、クラウドサービス管理者（ソーシャルメディアサービスでは責任者）を指名してください。',
    en: 'An approval appoints the cloud service manager, or the person responsible for the social-media service.',
  },
};

const REVIEW_PAST: InputFault = {
  pointer: '#/reviewOn',
  detail: { ja: '見直しの日は明日以後にしてください。', en: 'It must be after today.' },
};

interface Rule {
  readonly broken: (decision: DecisionForm, today: string) => boolean;
  readonly fault: InputFault;
}

const RULES: readonly Rule[] = [
  {
    broken: ({ outcome, comment }) => outcome !== 'approve' && comment === undefined,
    fault: NO_COMMENT,
  },
  {
    broken: (decision) =>
      decision.outcome === 'approve' && decision.cloudServiceManagerId === undefined,
    fault: NO_MANAGER,
  },
  {
    broken: ({ reviewOn }, today) => reviewOn !== undefined && reviewOn <= today,
    fault: REVIEW_PAST,
  },
];
