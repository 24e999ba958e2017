import type { Sentence, SentenceToken } from '../core/sentence.ts';
import { contentWordsOf } from './reported-sentence.ts';

/** Stems that stand for a word less surely than this do not make it the same as another. */
const MIN_STEM_WEIGHT = 0.3;

/** From here on two sentences say the same. Translation loses words, so it asks for less. */
export const SAME_STATEMENT = { within: 0.5, across: 0.36 } as const;

/** From here on two sentences are about the same. */
export const SAME_MATTER = { within: 0.34, across: 0.26 } as const;

/** Whether two sentences are alike enough, by the threshold for their languages. */
export function isAlike(
  a: Sentence,
  b: Sentence,
  { within, across }: { readonly within: number; readonly across: number },
): boolean {
  return similarityOf(a, b) >= (a.language === b.language ? within : across);
}

/**
 * How much of two sentences' content words they share, from 0 to 1 (Dice's coefficient): the same
 * words within a language, words with a stem in common across languages.
 */
export function similarityOf(a: Sentence, b: Sentence): number {
  if (a.language === b.language) {
    const [first, second] = [contentWordsOf(a), contentWordsOf(b)];
    const [small, large] = first.size <= second.size ? [first, second] : [second, first];
    let shared = 0;
    for (const word of small) if (large.has(word)) shared += 1;
    return first.size + second.size === 0 ? 0 : (2 * shared) / (first.size + second.size);
  }
  const [first, second] = [contentOf(a), contentOf(b)];
  if (first.length + second.length === 0) return 0;
  return (matched(first, second) + matched(second, first)) / (first.length + second.length);
}

function contentOf({ tokens }: Sentence): SentenceToken[] {
  return tokens.filter(({ stop }) => !stop);
}

function matched(words: readonly SentenceToken[], others: readonly SentenceToken[]): number {
  const stems = new Set(others.flatMap((other) => tellingStems(other)));
  return words.filter((word) => tellingStems(word).some((stem) => stems.has(stem))).length;
}

/** An English word stands for itself, a Chinese one for what it may mean. */
function tellingStems({ kind, normal, concepts }: SentenceToken): string[] {
  const stems = concepts.flatMap(({ stem, weight }) => (weight >= MIN_STEM_WEIGHT ? [stem] : []));
  return kind === 'han' ? stems : [normal, ...stems];
}
