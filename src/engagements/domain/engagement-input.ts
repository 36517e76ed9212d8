import type { EngagementKind, Pack } from '../../policies/index.js';
import { type InputFault } from '../../shared/domain/domain-error.js';

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
 * information that is not called personal information or is classed as fit to be published.
 */
export function dataItemFaults(pack: Pack, item: NamedClasses, pointer: string): InputFault[] {
  const unknown = DIMENSIONS.filter(
    (dimension) => !pack.classification[dimension].some(({ id }) => id === item[dimension]),
  ).map((dimension) => classFault(pack, dimension, `${pointer}/${dimension}`));
  const misread = item.specificPersonalInformation ? myNumberFaults(pack, item, pointer) : [];
  return [...unknown, ...misread];
}

/** The My Number Act (番号法 19条) lets nobody publish it, so it is never of the lowest class. */
function myNumberFaults(pack: Pack, item: NamedClasses, pointer: string): InputFault[] {
  const given = pack.classification.confidentiality.find(({ id }) => id === item.confidentiality);
  const isPublic = given?.marks.includes('classified') === false;
  const fit = pack.classification.confidentiality.filter(({ marks }) =>
    marks.includes('classified'),
  );
  return [
    ...(item.personalInformation
      ? []
      : [
          {
            pointer: `${pointer}/personalInformation`,
            detail: {
              ja: '特定個人情報は個人情報です。personalInformation も true にしてください。',
              en: 'Specific personal information is personal information; set it to true.',
            },
          },
        ]),
    ...(isPublic
      ? [
          {
            pointer: `${pointer}/confidentiality`,
            detail: {
              ja: `特定個人情報は公表できない情報です。${fit.map(({ label }) => label.ja).join('、')}のいずれかに分類してください。`,
              en: `Specific personal information cannot be published; class it as ${fit.map(({ label }) => label.en).join(', ')}.`,
            },
          },
        ]
      : []),
  ];
}

/** A social-media service is used under its standard terms alone, so it is an engagement by itself. */
export function kindFaults(kinds: readonly EngagementKind[]): InputFault[] {
  if (!kinds.includes('social-media') || kinds.length === 1) return [];
  return [
    {
      pointer: '#/kinds',
      detail: {
        ja: 'ソーシャルメディアサービスの利用は、他の種別と組み合わせずに登録してください。運用を委託する場合は、業務委託の案件を別に登録します。',
        en: 'Plan the use of a social-media service by itself, without another kind. Where its running is outsourced, plan that as an engagement of its own.',
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

/** Work of a unit that stands outside the scope of the policy (適用範囲), e.g. of a school. */
export function scopeFaults(pack: Pack, part: string | null): InputFault[] {
  const outside = pack.scope.find(({ id, applies }) => id === part && !applies);
  if (outside === undefined) return [];
  const { ja, en } = outside.label;
  return [
    {
      pointer: '#/unitId',
      detail: {
        ja: `この部署は「${ja}」に属し、ポリシーの適用範囲に含まれません。`,
        en: `The unit belongs to "${en}", which is outside the scope of the policy.`,
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

/**
 * A take-over of work that cannot have run before the body kept its duties here (`keptSince`), and so
 * has to go the whole way.
 */
export function takeOverFaults(
  { since, startsOn }: { readonly since: string; readonly startsOn: string },
  keptSince: string | null,
): InputFault[] {
  const faults: (InputFault | false)[] = [
    since < startsOn && SINCE_BEFORE_START,
    keptSince !== null && since >= keptSince && tooLateToTakeOver(keptSince),
  ];
  return faults.filter((fault) => fault !== false);
}

const SINCE_BEFORE_START: InputFault = {
  pointer: '#/since',
  detail: {
    ja: '開始した日は、期間の始まりの日以後にしてください。',
    en: 'It cannot have begun before the first day of its period.',
  },
};

function tooLateToTakeOver(keptSince: string): InputFault {
  return {
    pointer: '#/since',
    detail: {
      ja: `引継ぎは、ポリシーの運用を始めた日（${keptSince}）より前に開始した案件に限ります。それ以後の案件は、計画から登録してください。`,
      en: `Only work that began before ${keptSince}, when the policy began to be kept here, can be taken over. Plan later work from its beginning.`,
    },
  };
}

/** A day on which a decision on the engagement cannot have been taken: before it was registered, or still to come. */
export function decisionDayFaults(
  decidedOn: string,
  { registeredOn }: { readonly registeredOn: string },
  today: string,
): InputFault[] {
  if (registeredOn <= decidedOn && decidedOn <= today) return [];
  return [
    {
      pointer: '#/madeElsewhere/decidedOn',
      detail: {
        ja: `決裁日は、案件を登録した日（${registeredOn}）以後、本日以前にしてください。`,
        en: `It must be from ${registeredOn}, when the engagement was registered, until today.`,
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
