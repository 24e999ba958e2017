import type { PlacedArticle } from '../articles-in-order.ts';
import type { ArticleToRead } from './article-reader.ts';

/**
 * UTF-16 units of text from which on a batch is full: a second's reading. What a batch has numbered and
 * looked up once serves all of it, so that smaller ones cost more.
 */
const FULL = 144_000;

/** Articles that are read in one go. */
export interface ArticleBatch {
  readonly articles: readonly ArticleToRead[];
  /** Number of the batch's first chunk in the index. */
  readonly firstChunk: number;
  /** Numbers of the chunks that want a vector. */
  readonly embedded: readonly number[];
}

/**
 * Articles in batches of about the same length, which depend on nothing but the articles.
 * @param wantsVector tells of a chunk by its number whether its vector is wanted
 */
export function* articleBatches(
  placed: readonly PlacedArticle[],
  wantsVector: (chunk: number) => boolean,
): Generator<ArticleBatch> {
  let articles: ArticleToRead[] = [];
  let embedded: number[] = [];
  let first = 0;
  let length = 0;
  for (const { article, chunks, firstChunk } of placed) {
    const { title, body, language, publishedAt } = article;
    if (articles.length === 0) first = firstChunk;
    articles.push({
      title,
      body,
      language,
      publishedAt,
      chunks: chunks.map(({ start, end }, place) => {
        const embed = wantsVector(firstChunk + place);
        if (embed) embedded.push(firstChunk + place);
        return { start, end, embed };
      }),
    });
    length += body.length;
    if (length < FULL) continue;
    yield { articles, firstChunk: first, embedded };
    articles = [];
    embedded = [];
    length = 0;
  }
  if (articles.length > 0) yield { articles, firstChunk: first, embedded };
}
