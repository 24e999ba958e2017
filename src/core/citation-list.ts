import type { Article, Language } from './article.ts';
import { type Citation, citeArticle } from './citation.ts';

/** Citations of one answer, numbered from 1 in the order they are first used. */
export class CitationList {
  readonly #language: Language;
  readonly #byPlace = new Map<string, Citation>();

  constructor(language: Language) {
    this.#language = language;
  }

  /**
   * The citation of a stretch of an article; the same stretch keeps its marker.
   * @param span UTF-16 offsets on the article's body, end exclusive
   */
  cite(article: Article, span: { readonly start: number; readonly end: number }): Citation {
    const { start, end } = span;
    const place = `${start} ${end} ${article.id}`;
    const known = this.#byPlace.get(place);
    if (known !== undefined) return known;
    const citation = citeArticle(article, this.#byPlace.size + 1, start, end, this.#language);
    this.#byPlace.set(place, citation);
    return citation;
  }

  all(): readonly Citation[] {
    return [...this.#byPlace.values()];
  }
}
