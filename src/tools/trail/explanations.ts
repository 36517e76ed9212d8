import type { TrailFault } from '../../audit-trail/index.js';
import type { Text } from '../../policies/index.js';

/** What is wrong with rows, and where. */
export function explanationOf(fault: TrailFault): Text {
  const { ja, en } = EXPLANATIONS[fault.kind](fault);
  const line = String(fault.line);
  return { ja: `${line}行目：${ja}`, en: `line ${line}: ${en}` };
}

const EXPLANATIONS: Readonly<Record<TrailFault['kind'], (fault: TrailFault) => Text>> = {
  altered: (fault) => ({
    ja: `証跡 ${nameOf(fault)} が改変されています。`,
    en: `row ${nameOf(fault)} was altered`,
  }),
  missing: (fault) => ({
    ja: `証跡 ${nameOf(fault)} が欠落しています。`,
    en: `row ${nameOf(fault)} is missing`,
  }),
  inserted: (fault) => ({
    ja: `証跡 ${nameOf(fault)} は挿入されたものです。`,
    en: `row ${nameOf(fault)} was inserted`,
  }),
  reordered: (fault) => ({
    ja: `証跡 ${nameOf(fault)} の位置に、別の番号の行があります（順序の入れ替え）。`,
    en: `rows were reordered: ${nameOf(fault)} stands where another row belongs`,
  }),
  recomputed: (fault) => ({
    ja: `証跡 ${nameOf(fault)} から ${String(fault.last)} までのいずれかが、ハッシュ値とともに改変されています。`,
    en: `one of the rows from ${nameOf(fault)} to ${String(fault.last)} was altered together with its hash`,
  }),
  checkpoint: () => ({
    ja: 'チェックポイントが改変されているか、署名が正しくありません。',
    en: 'the checkpoint was altered or its signature is wrong',
  }),
  cut: () => ({
    ja: '前の証跡を切り離したという記載が改変されているか、封印された記録（trail.cut）と合いません。',
    en: 'that rows before were cut off is not told as a sealed entry (trail.cut) tells it',
  }),
  key: () => ({
    ja: '信頼する鍵で署名されていません。',
    en: 'the trail is not signed by a trusted key',
  }),
};

function nameOf({ index, id }: TrailFault): string {
  return id === undefined ? String(index) : `${String(index)} [${id}]`;
}
