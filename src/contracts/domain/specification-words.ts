import type { Text } from '../../shared/domain/text.js';
import { printedDate } from './printed-value.js';

/** How a version of a specification stands on the day its document is written. */
export interface SpecificationStanding {
  /** Null for a draft. */
  readonly confirmedOn: string | null;
  /** The later version that took its place, and the day it did. */
  readonly superseded: { readonly by: number; readonly on: string } | null;
  /** Whether what it says was kept when it was confirmed. */
  readonly isKept: boolean;
}

/** The fixed words of a specification. */
export const SPECIFICATION_WORDS = {
  draft: { ja: '（案）', en: ' (DRAFT)' },
  body: { ja: '発注者', en: 'Procuring body' },
  work: { ja: '業務の名称', en: 'Work' },
  version: { ja: '版', en: 'Version' },
  notKept: {
    ja: 'この版は、確定時の内容が保存されていないため、現在の記録により作成した。',
    en: 'The content of this version was not kept when it was confirmed; this document is drawn up from the records of today.',
  },
  general: { ja: '第１章　総則', en: 'Chapter 1. General' },
  purpose: { ja: '目的', en: 'Purpose' },
  scope: { ja: '適用範囲', en: 'Scope' },
  appliesTo: {
    ja: 'この仕様書は、本業務の受託を希望する者（以下「候補者」という。）及び本業務を受託する者（以下「受託者」という。）に適用する。',
    en: 'This specification applies to whoever seeks the Work (a "Candidate") and to whoever is entrusted with it (the "Vendor").',
  },
  informationChapter: { ja: '第２章　取り扱う情報', en: 'Chapter 2. Information handled' },
  information: { ja: '情報及びその分類', en: 'Information and its classes' },
  informationText: {
    ja: '本業務で取り扱う情報及びその分類は、次の表のとおりとする。',
    en: 'The following information is handled in the Work, in these classes.',
  },
  item: { ja: '情報', en: 'Information' },
  confidentiality: { ja: '機密性', en: 'Confidentiality' },
  integrity: { ja: '完全性', en: 'Integrity' },
  availability: { ja: '可用性', en: 'Availability' },
  personal: { ja: '個人情報の有無', en: 'Personal information' },
  specificPersonalInformation: { ja: '特定個人情報', en: 'With My Number' },
  personalInformation: { ja: '有', en: 'Yes' },
  noPersonalInformation: { ja: '無', en: 'No' },
  conditionsChapter: { ja: '第３章　選定条件', en: 'Chapter 3. Selection conditions' },
  conditionsText: {
    ja: '候補者は、次の各条に質問の形で示す事項に回答し、根拠資料を示すものとする。必須条件とする事項を満たさない候補者は選定せず、満たすことを確認できない候補者は、確認できるまで選定しない。評価事項とする事項は、評価の対象とする。',
    en: 'A Candidate answers what the following articles ask and shows the evidence. A Candidate that does not meet a knock-out condition is not selected, and one for which that cannot be confirmed is not selected until it can. Conditions to be assessed count in the assessment.',
  },
  noConditions: { ja: '（選定条件は未定）', en: '(No selection conditions yet)' },
  evidence: { ja: '根拠資料', en: 'Evidence' },
  evidenceRequired: { ja: '（提出必須）', en: ' (to be submitted)' },
  weight: { ja: '区分', en: 'Kind' },
  knockOut: { ja: '必須条件', en: 'Knock-out condition' },
  assessed: { ja: '評価事項', en: 'To be assessed' },
  serves: { ja: 'ポリシーの条項', en: 'Policy articles' },
  criterion: { ja: '項目番号', en: 'Criterion' },
  requirementsChapter: { ja: '第４章　要件', en: 'Chapter 4. Requirements' },
  noRequirements: {
    ja: '（前章の選定条件のほかに定める要件はない。）',
    en: '(There are none beside the selection conditions of chapter 3.)',
  },
  laterChapter: { ja: '第５章　契約の締結後', en: 'Chapter 5. After the contract is concluded' },
  contract: { ja: '契約との関係', en: 'This specification and the contract' },
  contractText: {
    ja: 'この仕様書に定める選定条件及び要件は、本業務の契約の一部とし、受託者は、契約期間を通じてこれらを満たすものとする。',
    en: 'The selection conditions and requirements of this specification form part of the contract for the Work, and the Vendor meets them throughout its term.',
  },
  laterDuties: { ja: '契約の締結後に求める事項', en: 'What is asked of the Vendor' },
  laterDutiesText: {
    ja: '情報セキュリティポリシーにより、契約の締結後に受託者に求める事項は、次の表のとおりとする。',
    en: 'The information security policy asks the following of the Vendor once the contract is concluded.',
  },
  phase: { ja: '時期', en: 'When' },
  during: { ja: '履行中', en: 'During the work' },
  end: { ja: '終了時', en: 'At its end' },
  policyArticle: { ja: 'ポリシーの条項', en: 'Policy article' },
  subject: { ja: '求める事項', en: 'Subject' },
  withheld: { ja: '（非公開の文書）', en: '(not public)' },
} as const satisfies Record<string, Text>;

/** What the specification is for. */
export function purposeOf(body: Text, engagementTitle: string): Text {
  return {
    ja: `この仕様書は、${body.ja}が調達する「${engagementTitle}」（以下「本業務」という。）について、その情報セキュリティポリシーに基づき、受託者の選定に関する情報セキュリティ上の条件及び本業務に求める情報セキュリティ上の要件を定める。`,
    en: `This specification sets out, under the information security policy of ${body.en}, the security conditions on which the vendor is selected for "${engagementTitle}" (the "Work") and the security requirements of the Work.`,
  };
}

/** When the work is to be done. */
export function periodSentence(from: string, until: string | null): Text {
  const [fromJa, fromEn] = [printedDate(from, 'ja'), printedDate(from, 'en')];
  if (until === null) {
    return {
      ja: `本業務の予定期間は、${fromJa}からとする。`,
      en: `The Work is planned from ${fromEn}.`,
    };
  }
  return {
    ja: `本業務の予定期間は、${fromJa}から${printedDate(until, 'ja')}までとする。`,
    en: `The Work is planned from ${fromEn} to ${printedDate(until, 'en')}.`,
  };
}

/** Which version it is and how it stands. */
export function versionLine(number: number, standing: SpecificationStanding): Text {
  const { confirmedOn, superseded } = standing;
  const [ja, en] = [`第${String(number)}版`, `Version ${String(number)}`];
  if (confirmedOn === null) return { ja: `${ja}（案）`, en: `${en} (DRAFT)` };
  const day = { ja: printedDate(confirmedOn, 'ja'), en: printedDate(confirmedOn, 'en') };
  const confirmed = { ja: `${ja}（${day.ja}確定）`, en: `${en}, confirmed on ${day.en}` };
  if (superseded === null) return confirmed;
  const by = String(superseded.by);
  return {
    ja: `${confirmed.ja}\n${printedDate(superseded.on, 'ja')}に第${by}版に改められた旧版`,
    en: `${confirmed.en}\nSuperseded by version ${by} on ${printedDate(superseded.on, 'en')}`,
  };
}

/** The version in the line below the title. */
export function versionMark(number: number, { superseded }: SpecificationStanding): Text {
  const [ja, en] = [`第${String(number)}版`, `Version ${String(number)}`];
  return superseded === null
    ? { ja: `（${ja}）`, en }
    : { ja: `（${ja}・旧版）`, en: `${en}, superseded` };
}
