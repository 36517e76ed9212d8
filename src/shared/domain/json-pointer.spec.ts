import { expect, it } from 'vitest';
import { pointerToken } from './json-pointer.js';

it.each([
  ['name', 'name'],
  ['a~/b', 'a~0~1b'],
  ['~1', '~01'],
])('writes the key %s as the step %s of a pointer', (key, token) => {
  expect(pointerToken(key)).toBe(token);
});
