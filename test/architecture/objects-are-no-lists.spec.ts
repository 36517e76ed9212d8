import { getMetadataStorage } from 'class-validator';
import type { ValidationMetadata } from 'class-validator/types/metadata/ValidationMetadata.js';
import { expect, it } from 'vitest';
import '../../src/app.module.js';

type Rules = ReadonlyMap<unknown, readonly ValidationMetadata[]>;

/** The member of a body that a rule is about. */
function memberOf({ target, propertyName }: ValidationMetadata): string {
  return `${typeof target === 'string' ? target : target.name}.${propertyName}`;
}

it('an object in a body is nowhere taken from a list, of which an empty one has no fault', () => {
  const storage = Reflect.get(getMetadataStorage(), 'validationMetadatas') as Rules;
  const rules = [...storage.values()].flat();
  const objects = new Set(rules.filter(({ name }) => name === 'isObject').map(memberOf));
  const nested = rules.filter(({ type, each }) => type === 'nestedValidation' && !each);

  expect(nested.length).toBeGreaterThan(10);
  expect(nested.map(memberOf).filter((member) => !objects.has(member))).toEqual([]);
});
