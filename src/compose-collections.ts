import { composeEmbedder, type LanguageResources } from './compose-models.ts';
import type { Config } from './config.ts';
import type { Article } from './core/article.ts';
import type { Retriever } from './core/passage.ts';
import { buildMemoryIndex } from './indexing/memory-index.ts';
import { chunkArticle } from './ingest/chunk-article.ts';
import type { RankingSettings } from './retrieve/ranking-settings.ts';
import { createHybridRetriever } from './retrieve/retrieve.ts';

/** Retrieves from an opened collection; other settings than the product's are for measuring. */
export type RetrieverOver = (settings?: RankingSettings) => Retriever;

/** Indexes articles in memory, as the product would on disk. */
export async function openMemoryCollection(
  articles: readonly Article[],
  config: Config,
  language: LanguageResources,
): Promise<RetrieverOver> {
  const { analyzer, passageAnalyzer, vectors: wordVectors } = language;
  const embedder = composeEmbedder(config, language);
  const chunks = articles.flatMap((article) => chunkArticle(article, config.chunks));
  const index = await buildMemoryIndex({
    articles,
    chunks,
    embedder,
    analyzer: passageAnalyzer,
  });
  return (settings) =>
    createHybridRetriever({ index: () => index, embedder, analyzer, wordVectors, settings });
}
