import { expect, test } from 'vitest';
import { sha256Hex } from './hashing.js';

test.each([
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
])('the hash of %j is that of the standard', (text, hash) => {
  expect(sha256Hex(text)).toBe(hash);
});

test('a text is hashed by its bytes in UTF-8', () => {
  expect(sha256Hex('見届け')).toBe(sha256Hex(new TextEncoder().encode('見届け')));
});
