import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { DUTIES, GATES, PARAMETER_TYPES, PHASES, PROOF_KINDS } from './domain/pack.js';
import { valuesAt } from './domain/pack-values.js';

const schema: unknown = JSON.parse(
  readFileSync(new URL('./pack.schema.json', import.meta.url), 'utf8'),
);

describe('the schema of pack files', () => {
  test.each<[string, readonly string[]]>([
    ['obligation.properties.gate', GATES],
    ['obligation.properties.phase', PHASES],
    ['proof.properties.kind', PROOF_KINDS],
    ['role.properties.duties.items', DUTIES],
    ['parameter.properties.type', PARAMETER_TYPES],
  ])('allows for %s what the domain knows', (at, known) => {
    expect(valuesAt(schema, `$defs.${at}.enum`)).toMatchObject([{ value: known }]);
  });

  test('closes every mapping', () => {
    const open = objectsIn(schema).filter((object) => object.additionalProperties !== false);
    expect(open).toEqual([]);
  });
});

function objectsIn(value: unknown): readonly Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'type' in value && value.type === 'object' ? [{ ...value }] : [];
  return [...own, ...Object.values(value).flatMap(objectsIn)];
}
