import type { Article } from '../../core/article.ts';
import type { DateMention } from '../../core/sentence.ts';
import type { Span } from '../../core/span.ts';
import { findDates } from '../../language/dates/dates.ts';

/** Text before a quote that may tell what 同日 means, in UTF-16 units. */
const LOOK_BACK = 400;

/**
 * Dates of a quote, resolved with the words before it and the article's own date.
 * @param span offsets on the article's body
 */
export function datesOfQuote(article: Article, span: Span): DateMention[] {
  const paragraph = article.body.lastIndexOf('\n', span.start) + 1;
  const from = Math.max(paragraph, span.start - LOOK_BACK);
  const text = article.body.slice(from, span.end);
  return findDates(text, { language: article.language, reference: article.publishedAt })
    .filter((mention) => mention.start >= span.start - from)
    .map((mention) => ({
      ...mention,
      start: mention.start - (span.start - from),
      end: mention.end - (span.start - from),
    }));
}
