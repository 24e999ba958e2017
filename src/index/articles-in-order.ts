import type { Article, Chunk } from '../core/article.ts';
import type { OrderedChunk } from './ordered-chunk.ts';

/** An article with its chunks, the first of which has a number in the index. */
export interface PlacedArticle {
  readonly article: Article;
  readonly chunks: readonly Chunk[];
  readonly firstChunk: number;
}

/**
 * Articles in the order of an index: that of their chunks, and behind them those without any. Their
 * places here are their numbers in the columns of sentences.
 *
 * @throws {RangeError} when chunks of one article stand apart
 */
export function articlesInOrder(
  articles: readonly Article[],
  chunks: readonly OrderedChunk[],
): PlacedArticle[] {
  const placed: (PlacedArticle & { chunks: Chunk[] })[] = [];
  const seen = new Set<string>();
  for (const [number, { chunk, article }] of chunks.entries()) {
    const last = placed.at(-1);
    if (last?.article.id === article.id) {
      last.chunks.push(chunk);
      continue;
    }
    if (seen.has(article.id)) {
      throw new RangeError(`Chunk ${chunk.id} stands apart from the others of its article.`);
    }
    seen.add(article.id);
    placed.push({ article, chunks: [chunk], firstChunk: number });
  }
  for (const article of articles) {
    if (!seen.has(article.id)) placed.push({ article, chunks: [], firstChunk: chunks.length });
  }
  return placed;
}
