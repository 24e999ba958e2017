import type { Article, Language } from '../../core/article.ts';
import type { Span } from '../../text/span.ts';
import { blankOrders } from '../instruction-text.ts';

/** Words of an article that a sentence cites, with what is needed to understand them. */
export interface Evidence {
  /** The cited words. */
  readonly quote: string;
  readonly language: Language;
  /** ISO 8601; what `26日` in the quote counts from. */
  readonly publishedAt: string | null;
  readonly title?: string | undefined;
  /** Every name of the outlet, which a sentence may credit. */
  readonly outletNames?: readonly string[] | undefined;
  /** The article's body and where in it the quote stands, so that 同日 and 他 can be resolved. */
  readonly place?: { readonly body: string; readonly start: number } | undefined;
}

/** Evidence from words of an article; `span` counts UTF-16 code units of its body. */
export function evidenceFrom(article: Article, { start, end }: Span): Evidence {
  const { name, zh, en } = article.outlet;
  return {
    quote: article.body.slice(start, end),
    language: article.language,
    publishedAt: article.publishedAt,
    title: article.title,
    outletNames: [...new Set([name, zh, en])],
    place: { body: article.body, start },
  };
}

/** Whether the quote stands, character by character, where it is said to. */
export function standsInPlace({ quote, place }: Evidence): boolean {
  if (quote === '') return false;
  return place === undefined || place.body.startsWith(quote, place.start);
}

/** How much text before the quote may explain its 同日 and 他. */
const CONTEXT_LENGTH = 400;
/** Read further back than that, so that a sentence that gives orders is seen whole. */
const READ_BACK = 1200;

/**
 * The text that leads up to the quote in its article, with orders to an assistant blanked; empty
 * where unknown.
 */
export function contextBefore({ place }: Evidence): string {
  if (place === undefined) return '';
  const before = place.body.slice(Math.max(0, place.start - READ_BACK), place.start);
  return blankOrders(before).slice(-CONTEXT_LENGTH);
}
