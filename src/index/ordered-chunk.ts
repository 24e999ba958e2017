import type { Article, Chunk } from '../core/article.ts';

/** A chunk with the article it was cut from. */
export interface OrderedChunk {
  readonly chunk: Chunk;
  readonly article: Article;
}

/**
 * Chunks with their articles, in the order of an index: those of one language together, so that a
 * language is searched as a range of chunks; otherwise in the order given.
 *
 * @throws {RangeError} when a chunk names an article that is not there
 */
export function orderByLanguage(
  articles: readonly Article[],
  chunks: readonly Chunk[],
): readonly OrderedChunk[] {
  const articlesById = new Map(articles.map((article) => [article.id, article]));
  const placed = chunks.map((chunk): OrderedChunk => {
    const article = articlesById.get(chunk.articleId);
    if (article === undefined) {
      const { id, articleId } = chunk;
      throw new RangeError(`Chunk ${id} names article ${articleId}, which is not there.`);
    }
    return { chunk, article };
  });
  const languages = new Set(articles.map(({ language }) => language));
  return [...languages].flatMap((language) =>
    placed.filter(({ article }) => article.language === language),
  );
}
