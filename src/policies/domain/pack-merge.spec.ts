import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { EMPTY_LAYER, mergeLayers, type PackLayer } from './pack-merge.js';

const item = fc.record({ id: fc.constantFrom('a', 'b', 'c'), x: fc.nat(), y: fc.array(fc.nat()) });
const items = fc.uniqueArray(item, { selector: ({ id }) => id });
const layer: fc.Arbitrary<PackLayer> = fc.record(
  { id: fc.string(), title: fc.dictionary(fc.constantFrom('ja', 'en'), fc.string()), roles: items },
  { requiredKeys: [] },
);

describe('laying a child over its parent', () => {
  test('changes nothing where the child gives nothing', () => {
    fc.assert(
      fc.property(layer, (parent) => {
        expect(mergeLayers(parent, {})).toEqual(parent);
        expect(mergeLayers(parent, parent)).toEqual(parent);
        expect(mergeLayers({}, parent)).toEqual(parent);
      }),
    );
  });

  test('does not depend on which two of three are joined first', () => {
    fc.assert(
      fc.property(layer, layer, layer, (a, b, c) => {
        expect(mergeLayers(mergeLayers(a, b), c)).toEqual(mergeLayers(a, mergeLayers(b, c)));
      }),
    );
  });

  test('replaces whole fields of items it knows and appends new ones in order', () => {
    const parent = { roles: [{ id: 'a', duties: [1, 2], label: 'A' }, { id: 'b' }] };
    const child = { roles: [{ id: 'd' }, { id: 'a', duties: [3] }, { id: 'c' }] };
    expect(mergeLayers(parent, child)).toEqual({
      roles: [{ id: 'a', duties: [3], label: 'A' }, { id: 'b' }, { id: 'd' }, { id: 'c' }],
    });
  });

  test('meets articles by their key', () => {
    const parent = { articles: [{ key: 'K1', label: '1' }] };
    const child = { articles: [{ key: 'K1', title: 'T' }] };
    expect(mergeLayers(parent, child)).toEqual({
      articles: [{ key: 'K1', label: '1', title: 'T' }],
    });
  });

  test('replaces words one by one and other values whole', () => {
    const parent = { version: '1', vocabulary: { a: { ja: 'あ' }, b: { ja: 'い' } } };
    const child = { version: '2', vocabulary: { b: { ja: 'う' } } };
    expect(mergeLayers(parent, child)).toEqual({
      version: '2',
      vocabulary: { a: { ja: 'あ' }, b: { ja: 'う' } },
    });
  });

  test.each([
    [{ obligations: ['x'] }, { none: 'why' }],
    [{ none: 'why' }, { obligations: ['x'] }],
  ])('lets %j give way to %j in an article', (inherited, given) => {
    const parent = { articles: [{ key: 'K1', ...inherited }] };
    const child = { articles: [{ key: 'K1', ...given }] };
    expect(mergeLayers(parent, child)).toEqual(child);
  });

  test('leaves out items that cannot be told apart', () => {
    const child = { roles: ['a', null, { id: 1 }, { id: 'b' }] };
    expect(mergeLayers(EMPTY_LAYER, child)).toMatchObject({ roles: [{ id: 'b' }] });
  });
});
