import type { Article, Language } from './article.ts';
import { type Citation, citeArticle } from './citation.ts';

/** Citations of one answer, numbered from 1 in the order they are first used. */
export class CitationList {
  readonly #language: Language;
  readonly #citations: Citation[] = [];

  constructor(language: Language) {
    this.#language = language;
  }

  /**
   * The citation of a stretch of an article; the same stretch keeps its marker.
   * @param span UTF-16 offsets on the article's body, end exclusive
   */
  cite(article: Article, span: { readonly start: number; readonly end: number }): Citation {
    const { start, end } = span;
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
