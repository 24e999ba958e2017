import type { Article, Chunk } from '../core/article.ts';

/** The text that stands for a chunk in vector space: its article's title, then its own words. */
export function embeddedText(
  { text }: Pick<Chunk, 'text'>,
  { title }: Pick<Article, 'title'>,
): string {
  return title === '' ? text : `${title}\n${text}`;
}
