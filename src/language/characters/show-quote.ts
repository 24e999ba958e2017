import { findReferenceMarks } from '../discourse/reference-marks.ts';

/** Marks in full-width brackets, which a reader of citations would take for ours too. */
const FULL_WIDTH_MARKS = /[【［]\s?\d{1,3}(?:\s?[,，、–-]\s?\d{1,3})*\s?[】］]/gu;

/**
 * Quoted words as shown: without the reference marks that the article brought along (`[1][2]`),
 * which would pass for our citations, and on one line.
 */
export function showQuote(quote: string): string {
  let shown = '';
  let from = 0;
  for (const mark of findReferenceMarks(quote)) {
    shown += quote.slice(from, mark.start);
    from = mark.end;
  }
  return (shown + quote.slice(from)).replace(FULL_WIDTH_MARKS, '').replace(/\s+/gu, ' ').trim();
}
