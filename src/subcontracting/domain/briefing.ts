import type { InputFault } from '../../shared/domain/domain-error.js';

/** A briefing as it is told. */
export interface ToldBriefing {
  readonly heldOn: string;
  readonly acknowledgedOn: string;
  readonly method: string;
  readonly documents: readonly { readonly title: string; readonly version: string }[];
  readonly confidentialMatters: string;
  readonly attendees: readonly string[];
}

/** A firm acknowledges what it was told before, and nothing is told in advance (6(1)④). */
export function briefingFaults(
  { heldOn, acknowledgedOn }: ToldBriefing,
  today: string,
): InputFault[] {
  if (acknowledgedOn > today) return [{ pointer: '#/acknowledgedOn', detail: IN_FUTURE }];
  if (acknowledgedOn < heldOn) return [{ pointer: '#/acknowledgedOn', detail: BEFORE_BRIEFING }];
  return [];
}

/** What the record that proves the duty to brief says. */
export function briefingStatement(told: ToldBriefing): string {
  const documents = told.documents.map(({ title, version }) => `${title}（${version}）`);
  return [
    `説明の方法：${told.method}`,
    `説明した文書：${documents.join('、')}`,
    `秘密とする事項：${told.confidentialMatters}`,
    `事業者の出席者：${told.attendees.join('、')}`,
    `受領の確認：${told.acknowledgedOn}`,
  ].join('\n');
}

const IN_FUTURE = {
  ja: '未来の日付は登録できません。',
  en: 'It cannot be in the future.',
};
const BEFORE_BRIEFING = {
  ja: '受領の確認は、説明の日以後の日にしてください。',
  en: 'A firm acknowledges a briefing on the day of it at the earliest.',
};
