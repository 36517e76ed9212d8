import { expect, test } from 'vitest';
import { asItStands } from './standing-words.js';

test('how a thing stands and what can be done is said in both languages', () => {
  const standing = {
    word: { ja: '審査待ち', en: 'Awaiting review' },
    next: { ja: '審査してください。', en: 'Review it.' },
  };
  expect(asItStands({ ja: '評価', en: 'assessment' }, standing)).toEqual({
    ja: 'この評価は「審査待ち」の状態のため、この操作はできません。審査してください。',
    en: 'The state of this assessment is "Awaiting review", so that cannot be done. Review it.',
  });
});
