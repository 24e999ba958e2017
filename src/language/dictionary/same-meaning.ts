import type { ConceptStem } from '../../core/sentence.ts';
import { hasHan } from '../characters/scripts.ts';

/** Below it a gloss is too loose: 的's "of", the third word of a phrase. */
const SAME_LANGUAGE_WEIGHT = 0.5;
const CROSS_LANGUAGE_WEIGHT = 0.3;

/** Stems that gloss hundreds of verbs ("to take part", "to make public"). */
export const GENERIC_STEMS: ReadonlySet<string> = new Set(
  'take make get give go come have do put set bring keep let use one thing part person place time way'.split(
    ' ',
  ),
);

/** A word with what it may mean in English. */
export interface MeaningfulWord {
  readonly normal: string;
  readonly concepts: readonly ConceptStem[];
}

/** Whether two words may mean the same: the same word, or one translates the other. */
export function sameMeaning(first: MeaningfulWord, second: MeaningfulWord): boolean {
  if (first.normal === second.normal) return true;
  const chinese = [first, second].filter(({ normal }) => hasHan(normal)).length;
  if (chinese === 0) return false;
  if (chinese === 2 && partOfWord(first.normal, second.normal)) return true;
  const floor = chinese === 2 ? SAME_LANGUAGE_WEIGHT : CROSS_LANGUAGE_WEIGHT;
  return first.concepts.some(
    ({ stem, weight }) =>
      weight >= floor &&
      !GENERIC_STEMS.has(stem) &&
      second.concepts.some((other) => other.stem === stem && other.weight >= floor),
  );
}

/** 防长会 holds 防长, which is short for 国防部长; one character would say too little. */
export function partOfWord(first: string, second: string): boolean {
  const [short, long] = first.length < second.length ? [first, second] : [second, first];
  if (short.length < 2) return false;
  return long.includes(short) || (short.at(-1) === long.at(-1) && isSubsequence(short, long));
}

function isSubsequence(short: string, long: string): boolean {
  let at = 0;
  for (const character of short) {
    at = long.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
