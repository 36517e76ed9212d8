import { searchKey } from '../../shared/domain/japanese-text.js';
import type { Text } from '../../shared/domain/text.js';
import { workerKey, type RosterSite, type RosterWorker } from './roster.js';

/** A way of access that a contract names, and who has it (CL-05). */
export interface AccessWay {
  readonly dataItem: string;
  readonly path: string;
  readonly persons: string;
}

/** What may change of somebody who stays. */
export const WORKER_MEMBERS = ['employer', 'work', 'sites'] as const;
export type WorkerMember = (typeof WORKER_MEMBERS)[number];

/** Somebody who left, with what is to be taken back. */
export interface LeftWorker {
  readonly worker: RosterWorker;
  readonly toRevoke: readonly Text[];
}

/** Somebody who stays, but otherwise than before, with what is to be looked at. */
export interface ChangedWorker {
  readonly before: RosterWorker;
  readonly after: RosterWorker;
  readonly members: readonly WorkerMember[];
  readonly toRevoke: readonly Text[];
}

/** What differs from one roster of a firm to another. */
export interface RosterDifferences {
  readonly joined: readonly RosterWorker[];
  readonly left: readonly LeftWorker[];
  readonly changed: readonly ChangedWorker[];
  readonly sitesAdded: readonly RosterSite[];
  readonly sitesRemoved: readonly RosterSite[];
  readonly sitesChanged: readonly { readonly before: RosterSite; readonly after: RosterSite }[];
}

interface Listed {
  readonly workers: readonly RosterWorker[];
  readonly sites: readonly RosterSite[];
}

/**
 * Who joined, left or changed employer, work or place, and which places did. Width, kana and the like of a
 * word make no difference. For who left or changed it says what to take back: the ways of access of the
 * contract that name the person, the work or the roster itself, and always entry, accounts and what was lent.
 */
export function rosterDifferences(
  before: Listed,
  after: Listed,
  access: readonly AccessWay[],
): RosterDifferences {
  const people = paired(before.workers, after.workers, workerKey);
  const sites = paired(before.sites, after.sites, ({ name }) => searchKey(name));
  return {
    joined: people.added,
    left: people.removed.map((worker) => ({ worker, toRevoke: toRevoke(worker, access) })),
    changed: people.kept.flatMap(({ before: was, after: is }) => {
      const members = WORKER_MEMBERS.filter((member) => keyOf(was[member]) !== keyOf(is[member]));
      if (members.length === 0) return [];
      return [{ before: was, after: is, members, toRevoke: toRevoke(was, access) }];
    }),
    sitesAdded: sites.added,
    sitesRemoved: sites.removed,
    sitesChanged: sites.kept.filter(({ before: was, after: is }) => siteKey(was) !== siteKey(is)),
  };
}

/** By this word a contract names everybody on the roster (名簿に記載した者). */
const EVERYBODY = searchKey('名簿');

function toRevoke(worker: RosterWorker, access: readonly AccessWay[]): Text[] {
  const names = [searchKey(worker.name), searchKey(worker.work), EVERYBODY];
  const concerned = access.filter(({ persons }) => {
    const cell = searchKey(persons);
    return names.some((name) => name !== '' && cell.includes(name));
  });
  const ways = concerned.map(({ path, dataItem }) => ({
    ja: `${path}（${dataItem}）`,
    en: `${path} (${dataItem})`,
  }));
  return [...ways, IN_ANY_CASE];
}

const IN_ANY_CASE = {
  ja: '入退室の許可、アカウント及び貸与物の返却を確認',
  en: 'Confirm that entry permits, accounts and what was lent are returned',
};

function paired<Item>(
  before: readonly Item[],
  after: readonly Item[],
  keyOfItem: (item: Item) => string,
): { added: Item[]; removed: Item[]; kept: { before: Item; after: Item }[] } {
  const was = new Map(before.map((item) => [keyOfItem(item), item]));
  const is = new Map(after.map((item) => [keyOfItem(item), item]));
  return {
    added: after.filter((item) => !was.has(keyOfItem(item))),
    removed: before.filter((item) => !is.has(keyOfItem(item))),
    kept: before.flatMap((item) => {
      const then = is.get(keyOfItem(item));
      return then === undefined ? [] : [{ before: item, after: then }];
    }),
  };
}

function siteKey({ address, work, accessControl }: RosterSite): string {
  return JSON.stringify([address, work, accessControl].map(searchKey));
}

function keyOf(value: string | readonly string[] | null): string {
  const words = typeof value === 'string' ? [value] : (value ?? []);
  return JSON.stringify(words.map(searchKey).sort());
}
