import type { Article, Chunk } from '../core/article.ts';

/** The text that stands for a chunk in vector space: its article's title, then its own words. */
export function embeddedText(chunk: Chunk, article: Article): string {
  return article.title === '' ? chunk.text : `${article.title}\n${chunk.text}`;
}
