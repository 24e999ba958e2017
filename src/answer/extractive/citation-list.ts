import type { Article, Language } from '../../core/article.ts';
import { type Citation, citeArticle } from '../../core/citation.ts';
import type { Span } from '../../text/span.ts';

/** Citations of one answer, numbered from 1 in the order they are first used. */
export class CitationList {
  readonly #language: Language;
  readonly #citations: Citation[] = [];

  constructor(language: Language) {
    this.#language = language;
  }

  /** The citation of a stretch of an article; the same stretch keeps its marker. */
  cite(article: Article, { start, end }: Span): Citation {
    const known = this.#citations.find(
      (one) => one.articleId === article.id && one.start === start && one.end === end,
    );
    if (known !== undefined) return known;
    const citation = citeArticle(article, this.#citations.length + 1, start, end, this.#language);
    this.#citations.push(citation);
    return citation;
  }

  all(): readonly Citation[] {
    return this.#citations;
  }
}
