import type { Article, Language } from './article.ts';

/**
 * Words of an article that a sentence rests on.
 * `article.body.slice(start, end) === quote`, or it is not a citation and is not shown.
 */
export interface Citation {
  /** The number shown to the reader, from 1 in each answer. */
  readonly marker: number;
  readonly articleId: string;
  readonly title: string;
  /** The outlet's name in the answer's language. */
  readonly source: string;
  readonly publishedAt: string | null;
  /** Language of the quote. */
  readonly language: Language;
  /** UTF-16 offsets on the article's body, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/** The one way to make a citation, so that its quote cannot differ from the article. */
export function citeArticle(
  article: Article,
  marker: number,
  start: number,
  end: number,
  answerLanguage: Language,
): Citation {
  if (!(start >= 0 && start < end && end <= article.body.length)) {
    throw new RangeError(
      `A citation needs 0 <= start < end <= ${article.body.length}; it got ${start} and ${end}.`,
    );
  }
  return {
    marker,
    articleId: article.id,
    title: article.title,
    source: article.outlet[answerLanguage],
    publishedAt: article.publishedAt,
    language: article.language,
    start,
    end,
    quote: article.body.slice(start, end),
  };
}
