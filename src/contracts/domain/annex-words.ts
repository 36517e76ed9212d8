import type { Text } from '../../shared/domain/text.js';

/** The fixed words of the annex. */
export const ANNEX_WORDS = {
  title: { ja: '情報セキュリティ特記仕様書', en: 'Information Security Annex' },
  draft: { ja: '（案）', en: ' (DRAFT)' },
  partyA: { ja: '委託者（甲）', en: 'Party A' },
  partyB: { ja: '受託者（乙）', en: 'Party B' },
  corporateNumber: { ja: '法人番号', en: 'Corporate number' },
  work: { ja: '業務の名称', en: 'Work' },
  cloudService: { ja: 'クラウドサービス', en: 'Cloud service' },
  period: { ja: '契約期間', en: 'Term' },
  amount: { ja: '契約金額', en: 'Amount' },
  jurisdiction: { ja: '合意管轄', en: 'Jurisdiction' },
  translation: {
    ja: 'この文書は、英語で締結する契約の日本語訳です。英語の契約が優先します。',
    en: 'This is a translation of a contract concluded in Japanese. The Japanese text prevails.',
  },
  coverageHeading: {
    ja: '１　情報セキュリティポリシーの条項との対応',
    en: '1. Articles of the security policy and where they are met',
  },
  coverageArticle: { ja: 'ポリシーの条項', en: 'Policy article' },
  coverageSubject: { ja: '求める事項', en: 'Subject' },
  withheld: { ja: '（非公開の文書）', en: '(not public)' },
  coverageAnswer: { ja: '特記事項', en: 'Provision' },
  notApplicable: { ja: '適用しない（３のとおり）', en: 'Not applicable (see 3)' },
  decidedApart: { ja: '適用しない（別に決定）', en: 'Not applicable (decided separately)' },
  excepted: { ja: '例外措置の許可による', en: 'Under a permitted exception' },
  missing: { ja: '未定', en: 'Undecided' },
  clausesHeading: { ja: '２　特記事項', en: '2. Provisions' },
  noClauses: { ja: '（条項は未定）', en: '(No provisions yet)' },
  leftOutHeading: { ja: '３　適用しない事項', en: '3. Matters that do not apply' },
  leftOutSubject: { ja: '事項', en: 'Matter' },
  leftOutReason: { ja: '適用しない理由', en: 'Reason' },
  specificationHeading: {
    ja: '別紙　調達仕様に定める選定条件及び要件',
    en: 'Appendix: selection conditions and requirements of the specification',
  },
  conditionSubject: { ja: '項目', en: 'Item' },
  conditionText: { ja: '条件（選定時の確認事項）', en: 'Condition (as asked at selection)' },
  requirementsHeading: { ja: '要件', en: 'Requirements' },
  requirementText: { ja: '内容', en: 'Content' },
  signatureHeading: { ja: '記名押印', en: 'Signatures' },
  name: { ja: '名称', en: 'Name' },
  address: { ja: '所在地', en: 'Address' },
  signatory: { ja: '署名者', en: 'Signed by' },
  seal: { ja: '　　　　　　　　　　㊞', en: '____________________' },
  undated: { ja: '令和　　年　　月　　日', en: 'Date: ____________________' },
} as const satisfies Record<string, Text>;

/** How the annex begins. */
export function preambleOf(title: string): Text {
  return {
    ja: `甲及び乙は、「${title}」（以下「この契約」という。）に係る業務（以下「本業務」という。）における情報セキュリティの確保について、次のとおり定める。この特記仕様書は、この契約の一部を成す。`,
    en: `Party A and Party B agree as follows on information security in the work (the "Work") under "${title}" (this "Contract"). This annex forms part of this Contract.`,
  };
}

/** How the specification becomes part of the contract (9(2)④イ). */
export function specificationClause(
  title: string,
  number: number,
  documentNumber: string | null,
): Text {
  const reference = documentNumber === null ? '' : `、${documentNumber}`;
  const referenceEn = documentNumber === null ? '' : `, ${documentNumber}`;
  return {
    ja: `次に掲げる事項は、「${title}」（第${String(number)}版${reference}）に定める選定条件及び要件であり、この契約の一部を成す。乙は、契約期間を通じてこれらを満たさなければならない。`,
    en: `The following are the selection conditions and requirements of "${title}" (version ${String(number)}${referenceEn}). They form part of this Contract, and Party B shall meet them throughout its term.`,
  };
}

/** Beside the label of an article that the body chose. */
export const CHOSEN_MARK = '※';

/** What the mark says. */
export function chosenNote(document: string): Text {
  return {
    ja: `「${document}」に定める事項で、公表されている情報セキュリティポリシーの条文ではない。`,
    en: `Set out in "${document}"; no article of the published information security policy.`,
  };
}
