import type { DateMention, Sentence } from '../../core/sentence.ts';
import type { Span } from '../../core/span.ts';

/**
 * Dates of a quote, as they were resolved when its article was read; their offsets count from its
 * start.
 * @param sentences of the article
 * @param quote offsets on the article's body
 */
export function datesOfQuote(sentences: readonly Sentence[], quote: Span): DateMention[] {
  return sentences
    .filter(({ start, end }) => start < quote.end && quote.start < end)
    .flatMap(({ start: sentence, dates }) =>
      dates.map((date) => ({
        ...date,
        start: sentence + date.start - quote.start,
        end: sentence + date.end - quote.start,
      })),
    )
    .filter(({ start, end }) => start >= 0 && end <= quote.end - quote.start);
}
