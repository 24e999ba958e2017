import type { Language } from './article.ts';
import type { Span } from './span.ts';

/** Words of an article that a reader of the other language is asked to be helped with. */
export interface ReadingAidRequest extends Span {
  readonly articleId: string;
  /** The reader's. */
  readonly language: Language;
}

/** Titles and other short texts that stand in no article. */
export interface TextAidRequest {
  readonly texts: readonly string[];
  /** The reader's. */
  readonly language: Language;
}

/** What some words mean, for who reads the other language. An aid: never words of the article. */
export interface AidedWords extends Span {
  /** In the reader's language. */
  readonly gloss: string;
  readonly kind: 'person' | 'place' | 'organization' | 'title' | 'date' | 'number' | 'word';
}
