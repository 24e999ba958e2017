import type { Span } from '../../core/span.ts';

/** What closes each mark that opens a quotation or a title. */
export const CLOSING_MARK: Readonly<Record<string, string>> = {
  '“': '”',
  '「': '」',
  '『': '』',
  '"': '"',
  '《': '》',
};
/** Any of them, to be found one after another. */
export const OPENING_MARKS = new RegExp(`[${Object.keys(CLOSING_MARK).join('')}]`, 'gu');

/** A quotation or a title in a text; the span includes its marks, the text does not. */
export interface Quotation extends Span {
  readonly text: string;
}

/**
 * Quotations in order, each from its opening mark to the first closing one on its line. What a mark
 * is closed by is looked for once, so that a text of open quotations is read in linear time.
 */
export function findQuotations(text: string): Quotation[] {
  const quotations: Quotation[] = [];
  const closes = new Map<string, number>();
  let from = 0;
  let lineEnd = -1;
  for (const { index: start, 0: opening } of text.matchAll(OPENING_MARKS)) {
    const closing = CLOSING_MARK[opening] ?? '';
    if (start < from) continue;
    let close = closes.get(closing) ?? 0;
    if (close <= start) close = indexFrom(text, closing, start + 1);
    closes.set(closing, close);
    if (lineEnd < start) lineEnd = indexFrom(text, '\n', start);
    if (close === start + 1 || close >= lineEnd) continue;
    quotations.push({ start, end: close + 1, text: text.slice(start + 1, close) });
    from = close + 1;
  }
  return quotations;
}

/** Where some text comes next, or the end of the text where it does not. */
function indexFrom(text: string, sought: string, from: number): number {
  const index = text.indexOf(sought, from);
  return index === -1 ? text.length : index;
}
