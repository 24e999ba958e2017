import type { ConceptGroup } from '../language/dictionary/concept-groups.ts';
import type { Statement } from './statement.ts';

/** Stems that stand for a word less surely than this do not make it the same as another. */
const LEAST_STEM_WEIGHT = 0.3;

/** From here on two statements say the same. Translation loses words, so it asks for less. */
export const SAME_STATEMENT = { within: 0.5, across: 0.36 } as const;

/** From here on two statements are about the same. */
export const SAME_MATTER = { within: 0.34, across: 0.26 } as const;

/** Whether two statements are alike enough, by the threshold for their languages. */
export function isAlike(
  a: Statement,
  b: Statement,
  { within, across }: { readonly within: number; readonly across: number },
): boolean {
  return similarityOf(a, b) >= (a.language === b.language ? within : across);
}

/**
 * How much of two statements' content words they share, from 0 to 1 (Dice's coefficient): the same
 * words within a language, words with a stem in common across languages.
 */
export function similarityOf(a: Statement, b: Statement): number {
  if (a.language === b.language) {
    const [first, second] = [a.wordSet(), b.wordSet()];
    let shared = 0;
    for (const word of first) if (second.has(word)) shared += 1;
    return first.size + second.size === 0 ? 0 : (2 * shared) / (first.size + second.size);
  }
  const [first, second] = [a.concepts(), b.concepts()];
  if (first.length + second.length === 0) return 0;
  return (matched(first, second) + matched(second, first)) / (first.length + second.length);
}

function matched(words: readonly ConceptGroup[], others: readonly ConceptGroup[]): number {
  const stems = new Set(others.flatMap((other) => tellingStems(other)));
  return words.filter((word) => tellingStems(word).some((stem) => stems.has(stem))).length;
}

function tellingStems({ stems }: ConceptGroup): string[] {
  return stems.filter(({ weight }) => weight >= LEAST_STEM_WEIGHT).map(({ stem }) => stem);
}
