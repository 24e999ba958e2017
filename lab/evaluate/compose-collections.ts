import { composeEmbedder, type LanguageResources } from '../../src/app/compose-models.ts';
import type { Config } from '../../src/app/config.ts';
import type { Article } from '../../src/core/article.ts';
import type { Retriever } from '../../src/core/passage.ts';
import { buildMemoryIndex } from '../../src/index/memory-index.ts';
import { chunkArticle } from '../../src/ingest/chunk-article.ts';
import type { RankingSettings } from '../../src/search/ranking-settings.ts';
import { createHybridRetriever } from '../../src/search/retrieve.ts';

/** Retrieves from an opened collection; other settings than the product's are for measuring. */
export type RetrieverOver = (settings?: RankingSettings) => Retriever;

/** Indexes articles in memory, as the product would on disk. */
export async function openMemoryCollection(
  articles: readonly Article[],
  config: Config,
  language: LanguageResources,
): Promise<RetrieverOver> {
  const { analyzer, passageAnalyzer, vectors: wordVectors, readQuestion } = language;
  const embedder = composeEmbedder(config, language);
  const chunks = articles.flatMap((article) => chunkArticle(article, config.chunks));
  const index = await buildMemoryIndex({
    articles,
    chunks,
    embedder,
    analyzer: passageAnalyzer,
  });
  return (settings) =>
    createHybridRetriever({
      index: () => index,
      embedder,
      analyzer,
      readQuestion,
      wordVectors,
      settings,
    });
}
