import type { Span } from '../../core/span.ts';

const QUOTATION = /“[^”\n]+”|「[^」\n]+」|『[^』\n]+』|"[^"\n]+"|《[^》\n]+》/gu;

/** A quotation or a title in a text; the span includes its marks, the text does not. */
export interface Quotation extends Span {
  readonly text: string;
}

/** Quotations in order. */
export function findQuotations(text: string): Quotation[] {
  return Array.from(text.matchAll(QUOTATION), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0].slice(1, -1),
  }));
}
