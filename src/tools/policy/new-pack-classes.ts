import { stringify } from 'yaml';
import type { InformationClass, Pack } from '../../policies/index.js';

type Dimension = keyof Pack['classification'];

/** Classes as most bodies have them, for a pack whose parent has none. */
const USUAL: Readonly<Record<Dimension, readonly InformationClass[]>> = {
  confidentiality: [
    usual('C3', '機密性３', 'Confidentiality 3', 3, [
      'classified',
      'important',
      'restricted',
      'top-restricted',
    ]),
    usual('C2', '機密性２', 'Confidentiality 2', 2, ['classified', 'important']),
    usual('C1', '機密性１', 'Confidentiality 1', 1, []),
  ],
  integrity: [
    usual('I2', '完全性２', 'Integrity 2', 2, ['important', 'integrity-critical']),
    usual('I1', '完全性１', 'Integrity 1', 1, []),
  ],
  availability: [
    usual('A2', '可用性２', 'Availability 2', 2, ['important', 'availability-critical']),
    usual('A1', '可用性１', 'Availability 1', 1, []),
  ],
};

function usual(
  id: string,
  ja: string,
  en: string,
  rank: number,
  marks: readonly string[],
): InformationClass {
  return { id, label: { ja, en }, rank, marks };
}

/** The classes of what the parent classifies already, and the usual ones of the rest. */
function classesOf({
  classification,
}: Pack): Readonly<Record<Dimension, readonly InformationClass[]>> {
  const of = (dimension: Dimension): readonly InformationClass[] =>
    classification[dimension].length > 0 ? classification[dimension] : USUAL[dimension];
  return {
    confidentiality: of('confidentiality'),
    integrity: of('integrity'),
    availability: of('availability'),
  };
}

/** The classification the new pack needs; where the parent has it, an empty file that shows it. */
export function classificationFile(parent: Pack): string {
  const { classification } = parent;
  const isWhole = Object.values(classification as Record<Dimension, readonly unknown[]>).every(
    (classes) => classes.length > 0,
  );
  const head = `# 情報の分類。marks は、その分類の情報を扱う案件に成り立つ事実（classified 非公開、important 重要 など）。
# The classification; marks are the facts that hold for an engagement with information of the class.
`;
  const text = asYaml({ classification: classesOf(parent) });
  if (!isWhole) return `${head}${text}`;
  return `${head}# 次は土台のとおり。変える区分だけを書く（区分ごとに置き換わる）。 / As in the parent; a dimension given here replaces it.
${commented(text)}`;
}

/** The network segments the new pack needs; where the parent has them, an empty file that shows them. */
export function segmentsFile(parent: Pack): string {
  const head = `# ネットワーク区分。admits は、例外措置なしに扱える機密性の分類。
# Network segments; admits are the confidentiality classes handled there without an exception.
`;
  if (parent.segments.length > 0) {
    return `${head}# 次は土台のとおり。 / As in the parent.
${commented(asYaml({ segments: parent.segments }))}`;
  }
  return `${head}${asYaml({ segments: usualSegments(parent) })}
# 通信経路の分割。 / The split of communication paths.
# segmentSplit: { between: [lgwan, internet], sanitised: true }
`;
}

/** The highest class stays in the My-Number segment, the lowest alone goes to the Internet. */
function usualSegments(parent: Pack): Pack['segments'] {
  const ids = classesOf(parent)
    .confidentiality.toSorted((a, b) => b.rank - a.rank)
    .map(({ id }) => id);
  return [
    {
      id: 'my-number',
      label: { ja: 'マイナンバー利用事務系', en: 'My-Number segment' },
      admits: ids,
    },
    { id: 'lgwan', label: { ja: 'LGWAN接続系', en: 'LGWAN segment' }, admits: ids.slice(1) },
    {
      id: 'internet',
      label: { ja: 'インターネット接続系', en: 'Internet segment' },
      admits: ids.slice(-1),
    },
  ];
}

function asYaml(sections: object): string {
  return stringify(sections, { singleQuote: true, lineWidth: 0, aliasDuplicateObjects: false });
}

function commented(text: string): string {
  return text.replace(/^(?=.)/gm, '# ');
}
