import { beforeAll, describe, expect, test } from 'vitest';
import { join } from 'node:path';
import {
  type Condition,
  ENGAGEMENT_KINDS,
  type Pack,
  readPack,
  SHIPPED_PACKS,
} from '../../policies/index.js';
import { canHold } from './reachability.js';

let pack: Pack;

beforeAll(async () => {
  ({ pack } = await readPack(join(SHIPPED_PACKS, 'kikuyo')));
});

describe('whether a condition can hold for some engagement', () => {
  test.each<[string, Condition]>([
    ['nothing', {}],
    ['one kind', { all: ['cloud'], none: ['outsourcing'] }],
    ['marks of two dimensions', { all: ['top-restricted', 'availability-critical'] }],
    ['a regime and what it asks', { all: ['regime:cloud-classified', 'classified', 'cloud'] }],
    ['two regimes at once', { all: ['regime:cloud-classified', 'regime:outsourcing'] }],
    ['a tier', { all: ['tier:low'] }],
    ['a tier by a fact', { all: ['tier:high', 'stoppage-intolerable'], none: ['important'] }],
    ['one of several', { any: ['no-such-mark', 'disposal'] }],
    ['the sanitised transfer of a split', { all: ['sanitised-transfer'] }],
  ])('it can: %s', (_case, condition) => {
    expect(canHold(pack, condition)).toBe(true);
  });

  test.each<[string, Condition]>([
    ['a fact that is asked and refused', { all: ['cloud'], none: ['cloud'] }],
    ['no kind at all', { none: ENGAGEMENT_KINDS }],
    ['one of none', { any: ['cloud'], none: ['cloud'] }],
    ['a mark of no class', { all: ['no-such-mark'] }],
    ['a mark without the one that goes with it', { all: ['restricted'], none: ['classified'] }],
    ['a regime without what it asks', { all: ['regime:cloud-classified'], none: ['classified'] }],
    ['regimes that exclude each other', { all: ['regime:cloud-classified', 'regime:cloud-light'] }],
    ['a tier against what decides it', { all: ['tier:low', 'stoppage-intolerable'] }],
    ['two tiers', { all: ['tier:low', 'tier:high'] }],
  ])('it cannot: %s', (_case, condition) => {
    expect(canHold(pack, condition)).toBe(false);
  });

  test('nothing is sanitised where no split says so', () => {
    const { segmentSplit, ...unsplit } = pack;
    expect(segmentSplit).toBeDefined();
    expect(canHold(unsplit, { all: ['sanitised-transfer'] })).toBe(false);
  });

  test('every obligation of the shipped policy can arise', () => {
    const idle = pack.articles
      .flatMap(({ obligations }) => obligations)
      .filter(({ when }) => !canHold(pack, when));
    expect(idle).toEqual([]);
  });
});
