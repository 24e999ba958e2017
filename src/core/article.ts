/** The two languages that articles and questions are handled in. */
export type Language = 'zh' | 'en';

/** Where an article was published, in the form it was written and in both languages. */
export interface Outlet {
  /** As the article names it, white space normalised: `Ren Min Ri Bao`. */
  readonly name: string;
  /** The Chinese name (`人民日报`), or `name` where none is known. */
  readonly zh: string;
  /** The English name (`People's Daily`), or `name` where none is known. */
  readonly en: string;
}

/** Where in the input an article was read, for reports and for its id. */
export interface ArticleOrigin {
  /** Path of the file, relative to the indexed folder, with forward slashes. */
  readonly path: string;
  /** Position of the article within its file, from 0. Never part of the id. */
  readonly position: number;
}

/** One news article, after ingest. Immutable; every offset elsewhere counts on `body`. */
export interface Article {
  /** Stable across runs and machines: a hash of origin and content, never of position. */
  readonly id: string;
  readonly title: string;
  readonly outlet: Outlet;
  /**
   * ISO 8601, as local to the outlet: `2025-07-07` or `2025-07-07T15:26`, or null where unknown.
   * The first ten characters are always the calendar date, so dates compare as strings.
   */
  readonly publishedAt: string | null;
  /** Language of the body (the title may be in the other one). */
  readonly language: Language;
  /** The text, paragraphs separated by `\n`. Offsets count its UTF-16 code units. */
  readonly body: string;
  readonly url: string | null;
  /** True when the source text was cut off (ends in an ellipsis). */
  readonly truncated: boolean;
  readonly origin: ArticleOrigin;
  /** Id of the earlier article that this one reprints nearly word for word, or null. */
  readonly copyOf: string | null;
}

/** A stretch of an article, small enough to embed. `body.slice(start, end) === text`, always. */
export interface Chunk {
  /** Stable while its article and its text stay the same. */
  readonly id: string;
  readonly articleId: string;
  /** First UTF-16 code unit in the article's body, inclusive. */
  readonly start: number;
  /** Last UTF-16 code unit in the article's body, exclusive. */
  readonly end: number;
  readonly text: string;
}
