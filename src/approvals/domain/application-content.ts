import type { InputFault } from '../../shared/domain/domain-error.js';

/** What an application says. */
export interface ApplicationContent {
  readonly cloudServiceId: string;
  readonly purpose: string;
  readonly usersScope: string;
  readonly ruleDocumentId: string | null;
  readonly termsSnapshotId: string | null;
  readonly riskAcceptance: string | null;
}

/** The content alone, of an application or whatever else carries it. */
export function contentOf(carrier: ApplicationContent): ApplicationContent {
  const { cloudServiceId, purpose, usersScope } = carrier;
  const { ruleDocumentId, termsSnapshotId, riskAcceptance } = carrier;
  return { cloudServiceId, purpose, usersScope, ruleDocumentId, termsSnapshotId, riskAcceptance };
}

/** What standard terms ask of an applicant: to have read them and to accept the risk (9(3)②ア). */
export function lightFaults(content: ApplicationContent): InputFault[] {
  const faults: InputFault[] = [];
  if (content.termsSnapshotId === null) faults.push(NO_TERMS);
  if (content.riskAcceptance === null) faults.push(NO_ACCEPTANCE);
  return faults;
}

const NO_TERMS: InputFault = {
  pointer: '#/termsSnapshotId',
  detail: {
    ja: '確かめた約款等の写しを指定してください。',
    en: 'Name the snapshot of the terms that were read.',
  },
};

const NO_ACCEPTANCE: InputFault = {
  pointer: '#/riskAcceptance',
  detail: {
    ja: '利用のリスクを許容できると判断した理由を入力してください。',
    en: 'Say why the risk of use is acceptable.',
  },
};

/** An application for another service than the one selected or judged. */
export function otherServiceFault(what: 'selected' | 'judged'): InputFault {
  const detail = {
    selected: {
      ja: '案件で選定したクラウドサービスと異なります。',
      en: 'It is not the cloud service selected for the engagement.',
    },
    judged: {
      ja: '信頼性を判断したクラウドサービスと異なります。',
      en: 'It is not the cloud service whose provider was judged trustworthy.',
    },
  }[what];
  return { pointer: '#/cloudServiceId', detail };
}

/** A rule document that is not in force. */
export const RULE_NOT_IN_FORCE: InputFault = {
  pointer: '#/ruleDocumentId',
  detail: {
    ja: '本日施行されている規程を指定してください。',
    en: 'Name a rule document in force today.',
  },
};
