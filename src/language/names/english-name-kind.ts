import type { NameKind } from '../../core/sentence.ts';
import type { RegionNames } from './region-names.ts';

/** Capitals and digits throughout: `NATO`, `U.S.`, `AS-207`. */
export const ACRONYM = /^[\p{Lu}\d.&-]{2,}$/u;

const PERSON_TITLE =
  /^(?:mr|mrs|ms|dr|prof|professor|president|premier|minister|secretary|ambassador|chairman|chairwoman|chairperson|senator|governor|mayor|king|queen|prince|princess|pope|sir|lady|lord|general|admiral|colonel|captain|spokesman|spokeswoman|spokesperson|chancellor|director|emperor|saint)$/u;
const ORGANIZATION_WORD =
  /^(?:organi[sz]ation|ministry|department|university|college|institute|academy|party|committee|council|commission|bank|company|corporation|corp|inc|ltd|group|agency|association|union|league|court|police|army|navy|parliament|congress|senate|assembly|authority|federation|foundation|bureau|office|administration|fund|news|times|daily|post|press|club|team|church|alliance|forum|school|hospital|museum)$/u;
const PLACE_WORD =
  /^(?:city|province|county|state|states|district|river|lake|lakes|sea|ocean|bay|gulf|strait|mountain|mountains|island|islands|peninsula|desert|valley|street|avenue|road|bridge|airport|station|park|square|region|republic|kingdom)$/u;
const PLACE_OPENING =
  /^(?:north|south|east|west|northern|southern|eastern|western|central|mount|lake|cape|fort|port|san|santa|st|saint|new)$/u;

/** What a name in English names, as its own words and the text before it tell. */
export function kindOfEnglishName(
  name: string,
  before: string,
  regions: RegionNames,
  isCommonWord: (word: string) => boolean,
): NameKind {
  if (regions.codeOf(name) !== null) return 'place';
  const words = name.toLowerCase().split(/[\s-]+/u);
  if (words.some((word) => ORGANIZATION_WORD.test(word))) return 'organization';
  if (PLACE_WORD.test(words.at(-1) ?? '')) return 'place';
  const previous = /(\p{L}+)\.?\s+$/u.exec(before)?.[1]?.toLowerCase() ?? '';
  const isTitled = words.some((word) => PERSON_TITLE.test(word.replace('.', '')));
  if (PERSON_TITLE.test(previous) || (isTitled && words.length > 1)) return 'person';
  if (ACRONYM.test(name)) return 'organization';
  const opensPlace = PLACE_OPENING.test(words[0] ?? '') && words.length > 1;
  if (opensPlace || /^(?:in|at|near|from|to)$/u.test(previous)) return 'place';
  const isNamed = words.length >= 2 && words.length <= 3 && !isCommonWord(words.at(-1) ?? '');
  return isNamed ? 'person' : 'other';
}

/** A person's name without the titles before it: `Defence Minister Khawaja Asif` → `Khawaja Asif`. */
export function withoutTitle(words: readonly string[]): readonly string[] {
  const title = words.findLastIndex((word) => PERSON_TITLE.test(word.toLowerCase()));
  return title === words.length - 1 ? words : words.slice(title + 1);
}

/** Whether a common word, in lower case, may open a name: a title, or the kind of a place. */
export function opensName(word: string): boolean {
  return PERSON_TITLE.test(word) || PLACE_OPENING.test(word);
}
