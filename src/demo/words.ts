/** What steps, outcomes and facts of an engagement are called, as a clerk says them. */
const WORDS: Readonly<Record<string, string>> = {
  specified: '仕様確定',
  selecting: '選定中',
  selected: '選定済み',
  contracting: '契約手続中',
  contracted: '契約済み',
  active: '履行中',
  accepting: '検収中',
  accepted: '検収済み',
  closed: '完了',
  suitable: '適',
  conditional: '条件付き適',
  unsuitable: '不適',
  undetermined: '判定不能',
  outsourcing: '業務の委託',
  cloud: 'クラウドサービスの利用',
  operation: '情報システムの運用・保守',
  'handles-important-information': '重要な情報の取扱い',
  'personal-information': '個人情報の取扱い',
  classified: '非公開の情報',
  important: '重要性の高い情報',
  'integrity-critical': '完全性の高い情報',
  'availability-critical': '可用性の高い情報',
  'sanitised-transfer': '無害化通信の区分',
  'regime:outsourcing': '委託の手続',
  'regime:cloud-classified': '非公開の情報を取り扱うクラウドサービスの手続',
  'tier:high': '審査の深さ「上位」',
};

export function word(value: string): string {
  return WORDS[value] ?? value;
}

/** A score from 0 to 1 as points of a hundred, as the comparison prints it. */
export function points(score: string | null): string {
  return score === null ? '－' : `${(Number(score) * 100).toFixed(2)} 点（100点満点）`;
}

/** A share from 0 to 1 as a percentage. */
export function share(value: string | null): string {
  return value === null ? '－' : `${(Number(value) * 100).toFixed(0)}%`;
}
