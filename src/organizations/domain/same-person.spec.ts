import { describe, expect, it } from 'vitest';
import { mayName } from './same-person.js';

describe('a name that may mean 本田 由紀子', () => {
  it.each([
    '本田 由紀子',
    '本田　由紀子',
    '本田由紀子',
    '本田 由紀子 様',
    '本田由紀子氏',
    '由紀子 本田',
    '総務部長 本田 由紀子',
    '本田',
    '由紀子',
  ])('is %s', (typed) => {
    expect(mayName(typed, '本田 由紀子')).toBe(true);
  });

  it.each(['田上 正臣', '本田 太郎', '本多 由紀子', '本田山 由紀子'])('is not %s', (typed) => {
    expect(mayName(typed, '本田 由紀子')).toBe(false);
  });

  it('is one of 高橋 一郎 in whatever form of the character', () => {
    expect(mayName('髙橋一郎', '高橋 一郎')).toBe(true);
  });

  it.each(['本田', '由紀子', '本田 様', '総務部長 本田由紀子'])(
    'is %s where the register has 本田由紀子 in one',
    (typed) => {
      expect(mayName(typed, '本田由紀子')).toBe(true);
      expect(mayName('田上', '本田由紀子')).toBe(false);
    },
  );
});
