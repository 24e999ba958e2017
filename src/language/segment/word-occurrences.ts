import type { Span } from '../../core/span.ts';
import { hasHan } from '../characters/scripts.ts';
import type { Token } from '../terms/text-analyzer.ts';

/** A place where a word stands in a text. */
export interface WordOccurrence extends Span {
  /** Position of the word in the list that was looked for. */
  readonly word: number;
}

/** Words in letters and digits of a text, with the form they are compared in. */
export type ScanLetterWords = (folded: string) => Iterable<Span & { readonly normal: string }>;

/**
 * Where words stand in a folded text, in order of their place. Chinese words are found wherever
 * their characters are, however a segmenter would cut there; others as whole words that have the
 * same normal form. Occurrences of different words may overlap.
 */
export function findOccurrences(
  folded: string,
  words: readonly Pick<Token, 'normal'>[],
  scanLetterWords: ScanLetterWords,
): WordOccurrence[] {
  const occurrences: WordOccurrence[] = [];
  const letterWords = new Map<string, number>();
  for (const [word, { normal }] of words.entries()) {
    if (!hasHan(normal)) {
      if (!letterWords.has(normal)) letterWords.set(normal, word);
      continue;
    }
    for (let at = folded.indexOf(normal); at >= 0; at = folded.indexOf(normal, at + 1)) {
      occurrences.push({ start: at, end: at + normal.length, word });
    }
  }
  if (letterWords.size > 0) {
    for (const { start, end, normal } of scanLetterWords(folded)) {
      const word = letterWords.get(normal);
      if (word !== undefined) occurrences.push({ start, end, word });
    }
  }
  return occurrences.sort((a, b) => a.start - b.start || b.end - a.end);
}
