import type { Text } from './text.js';

/** The least and the greatest number that may be given; open where there is none. */
export interface Bounds {
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
}

/** Names a kind of number with its bounds: 「1以上200以下の整数」, `a whole number from 1 to 200`. */
export function bounded(noun: Text, bounds: Bounds): Text {
  const ja = japanese(bounds);
  const en = english(bounds);
  return {
    ja: ja === '' ? noun.ja : `${ja}の${noun.ja}`,
    en: en === '' ? noun.en : `${noun.en} ${en}`,
  };
}

function japanese({ minimum, maximum }: Bounds): string {
  const least = minimum === undefined ? '' : `${String(minimum)}以上`;
  return maximum === undefined ? least : `${least}${String(maximum)}以下`;
}

function english({ minimum, maximum }: Bounds): string {
  if (minimum === undefined) return maximum === undefined ? '' : `of at most ${String(maximum)}`;
  if (maximum === undefined) return `of at least ${String(minimum)}`;
  return `from ${String(minimum)} to ${String(maximum)}`;
}
