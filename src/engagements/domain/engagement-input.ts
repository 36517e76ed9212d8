import type { Pack } from '../../policies/index.js';
import { InvalidInput, type InputFault } from '../../shared/domain/domain-error.js';

/** The classes a data item names. */
export interface NamedClasses {
  readonly confidentiality: string;
  readonly integrity: string;
  readonly availability: string;
  readonly personalInformation: boolean;
  readonly specificPersonalInformation: boolean;
}

const DIMENSIONS = ['confidentiality', 'integrity', 'availability'] as const;

/**
 * Faults of a data item under a pack (3(1)): classes the scheme does not have, and My Number
 * information that is not called personal information.
 */
export function dataItemFaults(pack: Pack, item: NamedClasses, pointer: string): InputFault[] {
  const unknown = DIMENSIONS.filter(
    (dimension) => !pack.classification[dimension].some(({ id }) => id === item[dimension]),
  ).map((dimension) => classFault(pack, dimension, `${pointer}/${dimension}`));
  if (!item.specificPersonalInformation || item.personalInformation) return unknown;
  return [
    ...unknown,
    {
      pointer: `${pointer}/personalInformation`,
      detail: {
        ja: '特定個人情報は個人情報です。personalInformation も true にしてください。',
        en: 'Specific personal information is personal information; set it to true.',
      },
    },
  ];
}

/** A segment the policy does not have. */
export function segmentFaults(pack: Pack, segment: string): InputFault[] {
  if (pack.segments.some(({ id }) => id === segment)) return [];
  const known = pack.segments.map(({ id }) => id).join(', ');
  return [
    {
      pointer: '#/segment',
      detail: {
        ja: `ポリシーのネットワーク区分（${known}）から指定してください。`,
        en: `Name a segment of the policy: ${known}.`,
      },
    },
  ];
}

/** A period that ends before it begins. */
export function periodFaults(
  startsOn: string,
  endsOn: string | null,
  pointer = '#/endsOn',
): InputFault[] {
  if (endsOn === null || endsOn >= startsOn) return [];
  return [
    {
      pointer,
      detail: {
        ja: '終わりの日は始まりの日以後にしてください。',
        en: 'The last day must not be before the first.',
      },
    },
  ];
}

/** Kinds of rule document that the policy does not know. */
export function ruleDocumentKindFaults(pack: Pack, kinds: readonly string[]): InputFault[] {
  return kinds.flatMap((kind, at) =>
    pack.ruleDocumentKinds.some(({ id }) => id === kind)
      ? []
      : [
          {
            pointer: `#/kinds/${String(at)}`,
            detail: {
              ja: `適用中のポリシーに規程の種類「${kind}」はありません。種類は、/v1/policies/{id}/articles の義務のうち rule-document で示すものの of にあります。`,
              en: `The policy in force has no kind of rule document "${kind}". The kinds are in \`of\` of the obligations of /v1/policies/{id}/articles that a rule document proves.`,
            },
          },
        ],
  );
}

/** Articles named that put no obligation on the engagement. */
export function articleFaults(
  entries: readonly { readonly rule: { readonly article: string } }[],
  articles: readonly string[],
  pointerOf: (at: number) => string,
): InputFault[] {
  const owed = new Set(entries.map(({ rule }) => rule.article));
  return articles.flatMap((article, at) =>
    owed.has(article)
      ? []
      : [
          {
            pointer: pointerOf(at),
            detail: {
              ja: `この案件に義務を課さない条項です（${article}）。案件の義務の一覧にある条項を指定してください。`,
              en: `The article "${article}" puts no obligation on this engagement; name one of its obligations.`,
            },
          },
        ],
  );
}

/** @throws InvalidInput where there is any fault */
export function refuse(faults: readonly InputFault[]): void {
  if (faults.length > 0) throw new InvalidInput(faults);
}

function classFault(
  pack: Pack,
  dimension: (typeof DIMENSIONS)[number],
  pointer: string,
): InputFault {
  const known = pack.classification[dimension].map(({ id }) => id).join(', ');
  return {
    pointer,
    detail: {
      ja: `ポリシーの分類（${known}）から指定してください。`,
      en: `Name a class of the policy: ${known}.`,
    },
  };
}
