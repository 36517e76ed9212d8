/** What the steps of an engagement and the outcomes of an assessment are called, as a clerk says them. */
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
};

export function word(value: string): string {
  return WORDS[value] ?? value;
}
