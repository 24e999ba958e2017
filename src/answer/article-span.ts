import type { Article } from '../core/article.ts';
import type { Span } from '../core/span.ts';

/** A stretch of an article, in UTF-16 code units of its body. */
export interface ArticleSpan extends Span {
  readonly article: Article;
}
