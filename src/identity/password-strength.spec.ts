import { describe, expect, it } from 'vitest';
import { guessableFaults } from './password-strength.js';

const OWN = ['田上 正臣', 'tanoue@kikuyo.example', 'Kikuyo Town', '菊陽町'];

describe('a password', () => {
  it.each([
    ['a common one with a number', 'password1234'],
    ['one letter many times', 'aaaaaaaaaaaaaaaa'],
    ['a row of digits', '123456789012'],
    ['a row of keys', 'qwertyuiop[]'],
    ['a family name twice', 'tanakatanaka'],
    ['a word of Japanese again and again', 'さくらさくらさくらさくら'],
    ['a role and a year', 'Administrator2026'],
    ['the person’s own address', 'tanoue@kikuyo'],
    ['the name of the body and a year', 'KikuyoTown2026'],
  ])('is refused that is %s', (_, password) => {
    expect(guessableFaults(password, OWN)).toMatchObject([{ pointer: '#/newPassword' }]);
  });

  it.each([
    ['a few unrelated words', 'correct horse battery'],
    ['as the service makes them', 'x3k9p-v2mm7-r8qta-w5hzd'],
    ['words of Japanese', 'みかん電車の青い屋根と北風'],
    ['of the greatest length', `みかん電車の青い屋根 ${'x'.repeat(189)}`],
  ])('is taken that is %s', (_, password) => {
    expect(guessableFaults(password, OWN)).toEqual([]);
  });
});
