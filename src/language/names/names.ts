import type { Language } from '../../core/article.ts';
import type { TermFrequencies } from '../../core/search-index.ts';
import type { FoundName } from '../../core/sentence.ts';
import type { CutWord } from '../segment/tag-words.ts';

/** Names of people, places and organizations, in either script. Pure once built. */
export interface NameAnalyzer {
  /** Changes whenever the keys could; part of the analyzer's fingerprint. */
  readonly fingerprint: string;
  /**
   * Names in order, never overlapping. Heuristic: capitals in English; word classes, surnames,
   * titles and the characters of transliteration in Chinese. Months and weekdays are not names.
   * @param tokens of the same text, where it was cut into words before
   */
  findNames(text: string, language: Language, tokens?: readonly CutWord[]): readonly FoundName[];
  /** Keys that a found name has in both scripts, likeliest first; see `nameKeys`. */
  keysOf(name: FoundName): readonly string[];
  /**
   * Keys that the same name has in both scripts, with their frequency in the text: countries by
   * their code (`region:RU`), Chinese names by pinyin, foreign ones by their consonants.
   */
  nameKeys(text: string, language: Language): TermFrequencies;
  /**
   * How surely two names, of one script or across, name the same thing: 1 is the same, 0 is no
   * sign of it; from .5 on it is likely (别洛乌索夫 ~ Andrei Belousov, 董军 ~ Jun Dong).
   */
  namesMatch(a: string, b: string): number;
}
