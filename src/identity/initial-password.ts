import { randomInt } from 'node:crypto';

/** Letters and digits that are not taken for one another on paper. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const LETTERS = 5;

/** A random password that can be read out and typed: 20 letters in groups of five, 99 bits. */
export function initialPassword(): string {
  const group = (): string =>
    Array.from({ length: LETTERS }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}
