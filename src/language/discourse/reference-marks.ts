import type { Span } from '../../core/span.ts';

/** `1`, `2,3`, `4-6`. Bounded, so that a text of nothing else is not read from each start. */
const NUMBERS = String.raw`\d{1,3}(?:\s?[,，、–-]\s?\d{1,3}){0,20}`;

/** One mark in square brackets, `[1]`, as articles print them; for use inside a pattern. */
export const REFERENCE_MARK = String.raw`\[${NUMBERS}\]`;

/** One mark in brackets of any width, `［1］` and 【2】 too; for use inside a pattern. */
export const WIDE_REFERENCE_MARK = String.raw`[[［【]\^?\s?${NUMBERS}\s?[\]］】]`;

/** Blanks are taken from the first of them: from each one the rest would be read again. */
const MARKS = new RegExp(String.raw`(?:(?<![^\S\n])[^\S\n]+)?(?:${REFERENCE_MARK})+`, 'gu');

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
