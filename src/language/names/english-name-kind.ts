import type { NameKind } from '../../core/sentence.ts';
import { ENGLISH_ORGANIZATION_WORDS } from './organization-words.ts';
import { ENGLISH_PLACE_ENDINGS, ENGLISH_PLACE_OPENINGS } from './place-words.ts';
import type { RegionNames } from './region-names.ts';
import { isEnglishTitle } from './titles.ts';

/** Capitals and digits throughout: `NATO`, `U.S.`, `AS-207`. */
export const ACRONYM = /^[\p{Lu}\d.&-]{2,}$/u;

/** What a name in English names, as its own words and the text before it tell. */
export function kindOfEnglishName(
  name: string,
  before: string,
  regions: RegionNames,
  isCommonWord: (word: string) => boolean,
): NameKind {
  if (regions.codeOf(name) !== null) return 'place';
  const words = name.toLowerCase().split(/[\s-]+/u);
  if (words.some((word) => ENGLISH_ORGANIZATION_WORDS.has(word))) return 'organization';
  if (ENGLISH_PLACE_ENDINGS.has(words.at(-1) ?? '')) return 'place';
  const previous = /(\p{L}+)\.?\s+$/u.exec(before)?.[1]?.toLowerCase() ?? '';
  const isTitled = words.some((word) => isEnglishTitle(word.replace('.', '')));
  if (isEnglishTitle(previous) || (isTitled && words.length > 1)) return 'person';
  if (ACRONYM.test(name)) return 'organization';
  const opensPlace = ENGLISH_PLACE_OPENINGS.has(words[0] ?? '') && words.length > 1;
  if (opensPlace || /^(?:in|at|near|from|to)$/u.test(previous)) return 'place';
  const isNamed = words.length >= 2 && words.length <= 3 && !isCommonWord(words.at(-1) ?? '');
  return isNamed ? 'person' : 'other';
}

/** A person's name without the titles before it: `Defence Minister Khawaja Asif` → `Khawaja Asif`. */
export function withoutTitle(words: readonly string[]): readonly string[] {
  const title = words.findLastIndex((word) => isEnglishTitle(word.toLowerCase()));
  return title === words.length - 1 ? words : words.slice(title + 1);
}

/** Whether a common word, in lower case, may open a name: a title, or the kind of a place. */
export function opensName(word: string): boolean {
  return isEnglishTitle(word) || ENGLISH_PLACE_OPENINGS.has(word);
}
