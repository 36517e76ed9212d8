/** A text in both languages of the product. Japanese is what staff read; English is for API users. */
export interface Text {
  readonly ja: string;
  readonly en: string;
}

export const LANGUAGES = ['ja', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
