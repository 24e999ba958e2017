import type { Span } from '../../core/span.ts';

/** Blanks are taken from the first of them: from each one the rest would be read again. */
const MARKS = /(?:(?<![^\S\n])[^\S\n]+)?(?:\[\d{1,3}(?:\s?[,–-]\s?\d{1,3})*\])+/gu;

/**
 * Reference marks that a brief brought along from its own source (`[1][2]`, `[3-5]`): words of the
 * article, though not citations of ours. Each span is one run of marks with the blanks before it,
 * so that cutting the spans out leaves `region.` of `region [1][2][4].`
 */
export function findReferenceMarks(text: string): Span[] {
  return Array.from(text.matchAll(MARKS), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}
