import type { Article, Chunk } from '../core/article.ts';

/** A chunk with the article it was cut from. */
export interface PlacedChunk {
  readonly chunk: Chunk;
  readonly article: Article;
}

/** @throws {RangeError} when a chunk names an article that is not there */
export function placeChunks(
  articles: readonly Article[],
  chunks: readonly Chunk[],
): readonly PlacedChunk[] {
  const articlesById = new Map(articles.map((article) => [article.id, article]));
  return chunks.map((chunk) => {
    const article = articlesById.get(chunk.articleId);
    if (article === undefined) {
      const { id, articleId } = chunk;
      throw new RangeError(`Chunk ${id} names article ${articleId}, which is not there.`);
    }
    return { chunk, article };
  });
}
