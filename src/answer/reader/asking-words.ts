import type { Language } from '../../core/article.ts';

/** How much words of questions belong to the asking and not to what is asked about. */
export interface AskingWords {
  /**
   * @param normal of a token
   * @returns from 0 (stands in the text that answers as often as other words) to 1 (never does)
   */
  shareOf(normal: string, language: Language): number;
}

/** Shares by language and word, as `lab/fit-reader` counts them. */
export type AskingShares = Readonly<Record<Language, Readonly<Record<string, number>>>>;

/** Looks words up in a table; what it lacks is no word of asking. */
export function createAskingWords(shares: AskingShares): AskingWords {
  const tables = {
    zh: new Map(Object.entries(shares.zh)),
    en: new Map(Object.entries(shares.en)),
  };
  return { shareOf: (normal, language) => tables[language].get(normal) ?? 0 };
}
