import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rosterDifferences } from './roster-differences.js';
import { rosterFaults, workerKey, type RosterSite, type RosterWorker } from './roster.js';

const SITE: RosterSite = {
  ...{ name: '本社', address: '熊本市中央区', work: '運用' },
  accessControl: 'ICカード',
};
const WORKER: RosterWorker = {
  ...{ name: '検証 三郎', distinction: null, employer: null, work: '運用担当者' },
  ...{ sites: ['本社'], evidence: '雇用証明書' },
};
const WAY = { dataItem: '予約情報', path: 'LGWAN経由の管理画面', persons: '運用担当者5名' };

/** Rosters in which nobody stands twice and everybody works somewhere. */
const rosters = fc
  .uniqueArray(
    fc.record({
      name: fc.constantFrom('検証 一郎', '検証 二郎', '検証 三郎', '検証 花子'),
      distinction: fc.constantFrom(null, '総務'),
      employer: fc.constantFrom(null, '株式会社派遣', '派遣協会'),
      work: fc.constantFrom('運用', '保守'),
      sites: fc.uniqueArray(fc.constantFrom('本社', '支社'), { minLength: 1 }),
      evidence: fc.constant('雇用証明書'),
    }),
    { selector: workerKey },
  )
  .chain((workers) =>
    fc
      .uniqueArray(
        fc.record({
          name: fc.constantFrom('本社', '支社'),
          address: fc.constantFrom('熊本市', '福岡市'),
          work: fc.constant('運用'),
          accessControl: fc.constant('鍵'),
        }),
        { selector: ({ name }) => name },
      )
      .map((sites) => ({ workers, sites })),
  );

describe('the differences of two rosters', () => {
  it('are none between a roster and itself, in whatever order', () => {
    fc.assert(
      fc.property(rosters, ({ workers, sites }) => {
        const turned = {
          workers: workers.map((one) => ({ ...one, sites: one.sites.toReversed() })).toReversed(),
          sites: sites.toReversed(),
        };
        for (const found of Object.values(rosterDifferences({ workers, sites }, turned, [WAY]))) {
          expect(found).toEqual([]);
        }
      }),
    );
  });

  it('are the same the other way round: who joined left, and every change turns about', () => {
    fc.assert(
      fc.property(rosters, rosters, (one, other) => {
        const there = rosterDifferences(one, other, []);
        const back = rosterDifferences(other, one, []);

        expect(new Set(back.left.map(({ worker }) => worker))).toEqual(new Set(there.joined));
        expect(new Set(back.joined)).toEqual(new Set(there.left.map(({ worker }) => worker)));
        expect(new Set(back.changed.map(({ before, after }) => [after, before]))).toEqual(
          new Set(there.changed.map(({ before, after }) => [before, after])),
        );
        expect(new Set(back.sitesAdded)).toEqual(new Set(there.sitesRemoved));
        expect(new Set(back.sitesChanged.map(({ after }) => after))).toEqual(
          new Set(there.sitesChanged.map(({ before }) => before)),
        );
      }),
    );
  });

  it.each([
    ['employer', { employer: '株式会社派遣' }, ['employer']],
    ['work', { work: '保守' }, ['work']],
    ['site', { sites: ['支社'] }, ['sites']],
    ['the width of a word only', { work: '運用担当者　' }, []],
    ['evidence only', { evidence: '社員証' }, []],
  ])('tell a change of %s', (_, given, members) => {
    const after = { workers: [{ ...WORKER, ...given }], sites: [SITE] };
    const { changed } = rosterDifferences({ workers: [WORKER], sites: [SITE] }, after, []);
    expect(changed.flatMap((one) => one.members)).toEqual(members);
  });

  it('tell people of one name apart by their mark', () => {
    const namesake = { ...WORKER, distinction: '総務' };
    const before = { workers: [WORKER, namesake], sites: [SITE] };
    const { left, changed } = rosterDifferences(before, { workers: [WORKER], sites: [SITE] }, []);
    expect(left.map(({ worker }) => worker)).toEqual([namesake]);
    expect(changed).toEqual([]);
  });

  it.each([
    ['by the work', WAY, true],
    ['by name, in another width', { ...WAY, persons: '検証三郎ほか' }, true],
    ['by the roster', { ...WAY, persons: '名簿に記載した作業者３名' }, true],
    ['not by the work of others', { ...WAY, persons: '監査担当' }, false],
  ])('name the way of access of who left: %s', (_, way, isNamed) => {
    const before = { workers: [WORKER], sites: [SITE] };
    const { left } = rosterDifferences(before, { workers: [], sites: [SITE] }, [way]);
    const always = '入退室の許可、アカウント及び貸与物の返却を確認';
    expect(left[0]?.toRevoke.map(({ ja }) => ja)).toEqual(
      isNamed ? ['LGWAN経由の管理画面（予約情報）', always] : [always],
    );
  });
});

describe('a roster', () => {
  const roster = {
    ...{ from: '2026-12-10', submittedOn: '2026-12-09', change: 'notified' as const },
    ...{ responsible: '部長', workers: [WORKER], sites: [SITE] },
  };
  const known = { today: '2026-12-10', isFirst: false };

  it.each([
    ['that lacks nothing', {}, known, []],
    [
      'of days to come',
      { submittedOn: '2026-12-11', change: 'approved' },
      known,
      ['#/submittedOn'],
    ],
    ['notified on the day', { submittedOn: '2026-12-10' }, known, []],
    ['notified late', { from: '2026-12-08' }, known, ['#/change']],
    ['that changes nothing', {}, { ...known, isFirst: true }, ['#/change']],
    ['that is no first', { change: 'first' }, known, ['#/change']],
    ['with somebody twice', { workers: [WORKER, WORKER] }, known, ['#/workers/1/name']],
    ['with namesakes', { workers: [WORKER, { ...WORKER, distinction: '総務' }] }, known, []],
    ['with a site twice', { sites: [SITE, { ...SITE, name: '本 社' }] }, known, ['#/sites/1/name']],
    [
      'with work nowhere',
      { workers: [{ ...WORKER, sites: ['x'] }] },
      known,
      ['#/workers/0/sites/0'],
    ],
  ])('%s', (_, given, facts, pointers) => {
    const faults = rosterFaults({ ...roster, ...(given as Partial<typeof roster>) }, facts);
    expect(faults.map(({ pointer }) => pointer)).toEqual(pointers);
  });
});
