import type { InputFault } from '../../shared/domain/domain-error.js';

/** What an application says. */
export interface ApplicationContent {
  readonly cloudServiceId: string;
  readonly purpose: string;
  readonly usersScope: string;
  readonly ruleDocumentId: string | null;
  readonly termsSnapshotId: string | null;
  readonly riskAcceptance: string | null;
  /** The account of the body, where the service is social media. */
  readonly account: string | null;
  /** What may be published with it. */
  readonly permittedContent: string | null;
}

/** Rule-document kind of the base pack that an application for social media follows. */
const PROCEDURE = 'social-media-procedure';

/** The content alone, of an application or whatever else carries it. */
export function contentOf(carrier: ApplicationContent): ApplicationContent {
  const { cloudServiceId, purpose, usersScope } = carrier;
  const { ruleDocumentId, termsSnapshotId, riskAcceptance, account, permittedContent } = carrier;
  return {
    ...{ cloudServiceId, purpose, usersScope, ruleDocumentId, termsSnapshotId, riskAcceptance },
    ...{ account, permittedContent },
  };
}

/**
 * What an approval is bound to. What social media alone is asked for stands in it only where it is
 * said, so that approvals of other services from before it was asked for keep their hash.
 */
export function materialOf(carrier: ApplicationContent): object {
  const { account, permittedContent, ...common } = contentOf(carrier);
  return {
    ...common,
    ...(account !== null && { account }),
    ...(permittedContent !== null && { permittedContent }),
  };
}

/** What standard terms ask of an applicant: to have read them and to accept the risk (9(3)②ア). */
export function lightFaults(content: ApplicationContent): InputFault[] {
  const faults: InputFault[] = [];
  if (content.termsSnapshotId === null) faults.push(NO_TERMS);
  if (content.riskAcceptance === null) faults.push(NO_ACCEPTANCE);
  return faults;
}

/**
 * What is asked of an applicant for social media: the account, what may be published with it and
 * the operating procedure. Of another service neither of the first two is asked, so it is refused.
 */
export function socialMediaFaults(
  isSocialMedia: boolean,
  content: ApplicationContent,
): InputFault[] {
  if (!isSocialMedia) return strayFaults(content);
  const faults: InputFault[] = [];
  if (content.account === null) faults.push(NO_ACCOUNT);
  if (content.permittedContent === null) faults.push(NO_PERMITTED_CONTENT);
  if (content.ruleDocumentId === null) faults.push(NO_PROCEDURE);
  return faults;
}

/** What is said of an account although the service is no social media. */
export function strayFaults(content: {
  readonly account?: string | null;
  readonly permittedContent?: string | null;
}): InputFault[] {
  return (['account', 'permittedContent'] as const)
    .filter((member) => (content[member] ?? null) !== null)
    .map((member) => ({ pointer: `#/${member}`, detail: NOT_SOCIAL_MEDIA }));
}

/** A rule document that an application cannot follow, on a day. */
export function ruleFaults(
  isSocialMedia: boolean,
  document: {
    readonly kinds: readonly string[];
    readonly effectiveFrom: string;
    readonly effectiveUntil: string | null;
  },
  today: string,
): InputFault[] {
  const { kinds, effectiveFrom, effectiveUntil } = document;
  if (isSocialMedia && !kinds.includes(PROCEDURE)) return [NOT_A_PROCEDURE];
  const inForce = effectiveFrom <= today && (effectiveUntil ?? today) >= today;
  return inForce ? [] : [RULE_NOT_IN_FORCE];
}

const NO_ACCOUNT: InputFault = {
  pointer: '#/account',
  detail: {
    ja: '利用するアカウントの名称又はアドレスを入力してください。',
    en: 'Give the name or address of the account that is used.',
  },
};

const NO_PERMITTED_CONTENT: InputFault = {
  pointer: '#/permittedContent',
  detail: {
    ja: '発信できる情報を入力してください。',
    en: 'Say what may be published.',
  },
};

const NO_PROCEDURE: InputFault = {
  pointer: '#/ruleDocumentId',
  detail: {
    ja: '従うソーシャルメディアサービス運用手順を指定してください。',
    en: 'Name the operating procedure for social media that is followed.',
  },
};

const NOT_A_PROCEDURE: InputFault = {
  pointer: '#/ruleDocumentId',
  detail: {
    ja: `ソーシャルメディアサービス運用手順（種類「${PROCEDURE}」）として登録した規程を指定してください。`,
    en: `Name a rule document registered as an operating procedure for social media (kind "${PROCEDURE}").`,
  },
};

const NOT_SOCIAL_MEDIA = {
  ja: 'ソーシャルメディアサービスの案件でだけ入力できます。この項目を除いてください。',
  en: 'It belongs to the use of a social-media service alone; leave it out.',
};

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

const RULE_NOT_IN_FORCE: InputFault = {
  pointer: '#/ruleDocumentId',
  detail: {
    ja: '本日施行されている規程を指定してください。',
    en: 'Name a rule document in force today.',
  },
};
