import fc from 'fast-check';
import { expect, test } from 'vitest';

import { EMPTY_LAYER, type PackLayer } from './domain/pack-merge.js';
import { assemble, faultsOfFolder } from './pack-assembly.js';
import type { PackSource } from './pack-source.js';

const identity = fc.constantFrom('a', 'b', 'constructor', '__proto__');
const item = fc.dictionary(
  fc.constantFrom('id', 'key', 'when', 'obligations', 'parameters', 'paragraphs', 'proof'),
  fc.oneof(identity, fc.jsonValue()),
);
const section = fc.constantFrom('id', 'title', 'body', ...Object.keys(EMPTY_LAYER));
const sections = fc.dictionary(section, fc.oneof(fc.array(item), item, fc.jsonValue()));

function source(file: string, content: PackLayer): PackSource {
  return { file, sections: content, lineAt: () => 1 };
}

test('whatever the files say, nothing but faults comes of what is not a pack', () => {
  fc.assert(
    fc.property(sections, sections, (parent, child) => {
      const head = source('child/pack.yaml', child);
      const files = [source('base/pack.yaml', parent), head];
      const faults = [...faultsOfFolder(files), ...assemble(files, head).faults];
      expect(faults).not.toEqual([]);
      expect(faults.every(({ reason }) => reason.ja !== '' && reason.en !== '')).toBe(true);
    }),
  );
});
