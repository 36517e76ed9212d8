import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';
import { dictionary as japanese } from '@zxcvbn-ts/language-ja';
import type { InputFault } from '../shared/domain/domain-error.js';

/** Out of 4: more than 10¹⁰ guesses, which holds against guessing at a stolen hash (zxcvbn). */
const STRONG_ENOUGH = 4;

/** What follows cannot make a password weaker, and would only cost time. */
const LOOKED_AT = 64;

const ESTIMATOR = new ZxcvbnFactory({
  dictionary: { ...common.dictionary, ...japanese },
  graphs: common.adjacencyGraphs,
});

/**
 * A password that is easy to guess (6(4)③ウ): common ones, words, names, dates, rows of keys,
 * repetitions, and what the person or the body is called.
 * @param own names and addresses that a guesser would try first
 */
export function guessableFaults(password: string, own: readonly string[]): InputFault[] {
  const words = own.flatMap((word) => [word, ...word.split(/[\s@.・_-]+/)]);
  const { score } = ESTIMATOR.check(
    password.slice(0, LOOKED_AT),
    words.filter((word) => word.length > 1),
  );
  return score >= STRONG_ENOUGH ? [] : [GUESSABLE];
}

const GUESSABLE: InputFault = {
  pointer: '#/newPassword',
  detail: {
    ja: '推測されやすいパスワードです。よく使われる語、氏名や団体の名、日付、キーの並び及び繰返しを避け、関係のない語を幾つか組み合わせてください。',
    en: 'It is easy to guess. Avoid common words, names of people or of the body, dates, rows of keys and repetitions; combine a few unrelated words.',
  },
};
