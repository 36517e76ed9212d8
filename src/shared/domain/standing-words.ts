import type { Text } from './text.js';

/** A status of a life cycle as people say it, and what can be done with a thing that stands so. */
export interface StandingWords {
  /** @example { ja: '審査待ち', en: 'Awaiting review' } */
  readonly word: Text;
  readonly next: Text;
}

/** Why something cannot be done with a thing as it stands now, and what can be done instead. */
export function asItStands(thing: Text, { word, next }: StandingWords): Text {
  return {
    ja: `この${thing.ja}は「${word.ja}」の状態のため、この操作はできません。${next.ja}`,
    en: `The state of this ${thing.en} is "${word.en}", so that cannot be done. ${next.en}`,
  };
}
