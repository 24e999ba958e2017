import { findReferenceMarks, WIDE_REFERENCE_MARK } from '../discourse/reference-marks.ts';

/** A reader of citations would take those in full-width brackets for ours too. */
const OTHER_MARKS = new RegExp(`(?!\\[)${WIDE_REFERENCE_MARK}`, 'gu');

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
  return (shown + quote.slice(from)).replace(OTHER_MARKS, '').replace(/\s+/gu, ' ').trim();
}
