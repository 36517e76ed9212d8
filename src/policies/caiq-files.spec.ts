import { describe, expect, it } from 'vitest';
import { CAIQ } from './caiq-files.js';
import { CAIQ_RELATIONS } from './domain/caiq.js';
import { readPacks } from './load-packs.js';

const ID = /^[A-Z&]{3}-\d{2}\.\d$/;

describe('the CAIQ', () => {
  it('has as many questions and controls as the CSA published', () => {
    const { '4.0.3': before, '4.1.0': now } = CAIQ.editions;
    const controls = (ids: ReadonlySet<string>): number =>
      new Set([...ids].map((id) => id.split('.')[0])).size;
    expect([before.size, now.size]).toEqual([261, 283]);
    expect([controls(before), controls(now)]).toEqual([197, 207]);
    expect([...before, ...now].filter((id) => !ID.test(id))).toEqual([]);
  });

  it('carries every question over to one of its own, but for four', () => {
    const { renumbered, editions } = CAIQ;
    const targets = [...renumbered.values()];
    expect(targets.filter((id) => !editions['4.1.0'].has(id))).toEqual([]);
    expect(new Set(targets).size).toBe(targets.length);
    const dropped = [...editions['4.0.3']].filter((id) => !renumbered.has(id));
    expect(dropped.sort()).toEqual(['DCS-07.2', 'DSP-18.2', 'IAM-12.1', 'IAM-12.2']);
  });

  it.each([
    ['SEF-07.1', 'SEF-08.1'],
    ['STA-09.1', 'STA-11.1'],
    ['IAM-14.2', 'IAM-13.2'],
    ['IVS-06.1', 'I&S-06.1'],
    ['TVM-07.1', 'TVM-03.1'],
    ['LOG-13.2', 'LOG-14.2'],
    ['A&A-02.1', 'A&A-02.1'],
  ])('carries %s over to %s', (before, now) => {
    expect(CAIQ.renumbered.get(before)).toBe(now);
  });

  it('brings eleven new controls', () => {
    const carried = new Set([...CAIQ.renumbered.values()].map((id) => id.split('.')[0]));
    const controls = new Set([...CAIQ.editions['4.1.0']].map((id) => id.split('.')[0]));
    expect([...controls].filter((id) => !carried.has(id)).sort()).toEqual([
      ...['AIS-08', 'DCS-01', 'DCS-17', 'DCS-18', 'LOG-08', 'SEF-07', 'SEF-09', 'STA-01'],
      ...['STA-09', 'TVM-04', 'TVM-10'],
    ]);
  });

  it('speaks to criteria that exist, by questions that exist, each once', async () => {
    const packs = await readPacks();
    const base = packs.find(({ pack }) => pack.id === 'base');
    const topics = new Map(base?.pack.criteria.map(({ id, topic }) => [id, topic.ja]));
    expect(CAIQ.criteria.filter(({ id, topic }) => topics.get(id) !== topic)).toEqual([]);
    const questions = CAIQ.criteria.flatMap((each) => each.questions);
    expect(questions.filter((id) => !CAIQ.editions['4.1.0'].has(id))).toEqual([]);
    expect(CAIQ.criteria.filter(({ relation }) => !CAIQ_RELATIONS.includes(relation))).toEqual([]);
    const ids = CAIQ.criteria.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
