import type { InputFault } from '../../shared/domain/domain-error.js';
import { searchKey } from '../../shared/domain/japanese-text.js';
import type { Text } from '../../shared/domain/text.js';
import type { SubcontractStatus } from './subcontract-lifecycle.js';

/** Somebody of a firm who does part of the work. Nothing is kept but what the policy asks for (9(1)②ア(エ)-3). */
export interface RosterWorker {
  readonly name: string;
  /** What tells people of one name apart; null where nothing has to. */
  readonly distinction: string | null;
  /** The agency that sends temporary staff (派遣元); null where the firm itself employs. */
  readonly employer: string | null;
  /** Role and work. */
  readonly work: string;
  /** Names of the sites of the roster where the work is done. */
  readonly sites: readonly string[];
  /** The paper that shows the employment. */
  readonly evidence: string;
}

/** A place where the firm does its work. */
export interface RosterSite {
  readonly name: string;
  readonly address: string;
  readonly work: string;
  /** Who is let in, and how that is held to. */
  readonly accessControl: string;
}

/** How the body learned of a roster: as the first of the firm, or of a change by notice, by approval or after it. */
export const ROSTER_CHANGES = ['first', 'notified', 'approved', 'after-the-fact'] as const;
export type RosterChange = (typeof ROSTER_CHANGES)[number];

/** The whole roster of a firm as it stands from a day. */
export interface RosterContent {
  readonly from: string;
  readonly submittedOn: string;
  readonly change: RosterChange;
  readonly responsible: string;
  readonly workers: readonly RosterWorker[];
  readonly sites: readonly RosterSite[];
}

/** People are told apart by name, and by the mark beside it where two have the same. */
export function workerKey({
  name,
  distinction,
}: Pick<RosterWorker, 'name' | 'distinction'>): string {
  return JSON.stringify([searchKey(name), searchKey(distinction ?? '')]);
}

/** Hops whose firms do none of the work and are not to. */
const NEVER_AT_WORK: readonly SubcontractStatus[] = ['withdrawn', 'rejected'];

/** A roster is kept of the contractor and of firms entered in the chain, and of nobody else. */
export function firmFaults(
  vendorId: string,
  contractors: readonly (string | null)[],
  hops: readonly { readonly vendorId: string; readonly status: SubcontractStatus }[],
): InputFault[] {
  const firms = hops.filter(({ status }) => !NEVER_AT_WORK.includes(status));
  const isKnown = contractors.includes(vendorId) || firms.some((hop) => hop.vendorId === vendorId);
  return isKnown ? [] : [fault('#/vendorId', NOT_IN_CHAIN)];
}

/**
 * Faults of a roster: handed in in days to come, a change that was told after it began as one notified in
 * advance, a change of nothing, somebody or some place twice, and work at a place it does not name.
 */
export function rosterFaults(
  roster: RosterContent,
  { today, isFirst }: { readonly today: string; readonly isFirst: boolean },
): InputFault[] {
  const { from, submittedOn, change, workers, sites } = roster;
  const faults: (InputFault | false)[] = [
    submittedOn > today && fault('#/submittedOn', IN_FUTURE),
    change === 'notified' && submittedOn > from && fault('#/change', NOT_IN_ADVANCE),
    isFirst && change !== 'first' && fault('#/change', IS_FIRST),
    !isFirst && change === 'first' && fault('#/change', IS_CHANGE),
  ];
  return [
    ...faults.filter((one) => one !== false),
    ...repeated(workers.map(workerKey)).map((at) => fault(`#/workers/${String(at)}/name`, TWICE)),
    ...repeated(sites.map(({ name }) => searchKey(name))).map((at) =>
      fault(`#/sites/${String(at)}/name`, SITE_TWICE),
    ),
    ...siteFaults(roster),
  ];
}

/** What the record that proves the duty to know workers and places says; names stand in the roster alone. */
export function rosterStatement(roster: RosterContent): string {
  const { from, responsible, workers, sites } = roster;
  const agencies = workers.flatMap(({ employer }) => (employer === null ? [] : [employer]));
  const named = [...new Set(agencies)].slice(0, MOST_NAMED).join('、');
  const temporary =
    agencies.length === 0 ? '' : `（うち派遣 ${String(agencies.length)}名、派遣元：${named}）`;
  const places = sites
    .slice(0, MOST_NAMED)
    .map(({ name, address, accessControl }) => `${name}（${address}、${accessControl}）`);
  return [
    `名簿の基準日：${from}`,
    `責任者：${responsible}`,
    `従事者：${String(workers.length)}名${temporary}。所属を確認した資料は名簿に記載`,
    `作業場所：${String(sites.length)}か所 ${places.join('、')}`,
  ].join('\n');
}

const MOST_NAMED = 20;

function siteFaults({ workers, sites }: RosterContent): InputFault[] {
  const known = new Set(sites.map(({ name }) => searchKey(name)));
  return workers.flatMap((worker, at) =>
    worker.sites.flatMap((name, place) =>
      known.has(searchKey(name))
        ? []
        : [fault(`#/workers/${String(at)}/sites/${String(place)}`, NO_SUCH_SITE)],
    ),
  );
}

/** Where a key stands that stood before. */
function repeated(keys: readonly string[]): number[] {
  const seen = new Set<string>();
  return keys.flatMap((key, at) => {
    const isRepeated = seen.has(key);
    seen.add(key);
    return isRepeated ? [at] : [];
  });
}

function fault(pointer: string, detail: Text): InputFault {
  return { pointer, detail };
}

const NOT_IN_CHAIN = {
  ja: 'この案件の委託先又は再委託先（取下げ又は不承認のものを除く。）を指定してください。',
  en: 'Name the contractor or a firm of the chain that was not withdrawn or rejected.',
};
const IN_FUTURE = { ja: '未来の日付は登録できません。', en: 'It cannot be in the future.' };
const NOT_IN_ADVANCE = {
  ja: '名簿の基準日より後に提出された変更は、事前の届出ではありません。',
  en: 'A change handed in after the day from which it stands was not notified in advance.',
};
const IS_FIRST = {
  ja: 'この事業者の名簿はまだありません。first を指定してください。',
  en: 'The firm has no roster yet: it is the first.',
};
const IS_CHANGE = {
  ja: 'この事業者には名簿があります。変更の届出又は承認の別を指定してください。',
  en: 'The firm has a roster already: say how the change of it was told.',
};
const TWICE = {
  ja: '同じ従事者が重複しています。同姓同名の場合は distinction で区別してください。',
  en: 'The worker stands here twice. Tell people of one name apart by `distinction`.',
};
const SITE_TWICE = { ja: '同じ作業場所が重複しています。', en: 'The site stands here twice.' };
const NO_SUCH_SITE = {
  ja: 'この名簿の作業場所（sites）の名称を指定してください。',
  en: 'Name a site of this roster.',
};
