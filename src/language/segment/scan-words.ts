import type { WordKind } from '../../core/sentence.ts';
import type { Span } from '../../core/span.ts';
import { allMatches } from '../characters/all-matches.ts';

export interface WordRun extends Span {
  readonly kind: WordKind;
  readonly text: string;
}

const HAN = String.raw`[\p{Script=Han}〇]`;
const LETTER = String.raw`(?:(?!${HAN})[\p{L}\p{M}\p{Nd}])`;

/**
 * Runs of Han characters; digits with separators (`2,400`, `5.2`); dotted abbreviations (`u.s.`);
 * words with inner apostrophes (`don't`) or digits (`4k`, `g20`).
 */
const WORD_RUN = new RegExp(
  [
    `(?<han>${HAN}+)`,
    String.raw`(?<number>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?!${LETTER}))`,
    String.raw`(?:${LETTER}\.){2,}`,
    `${LETTER}+(?:['’]${LETTER}+)*`,
  ].join('|'),
  'gu',
);

/** The words of a folded text in order, as far as script and punctuation tell them apart. */
export function scanWords(folded: string): WordRun[] {
  const runs: WordRun[] = [];
  for (const match of allMatches(folded, WORD_RUN)) {
    const { han, number } = match.groups ?? {};
    const kind = han !== undefined ? 'han' : number !== undefined ? 'number' : 'letters';
    runs.push({ kind, start: match.index, end: match.index + match[0].length, text: match[0] });
  }
  return runs;
}
