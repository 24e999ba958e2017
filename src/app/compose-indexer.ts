import type { Indexer } from '../core/indexer.ts';
import { createEventDetector } from '../events/event-detector.ts';
import { indexArticles } from '../index/index-articles.ts';
import { chunkArticle } from '../ingest/chunk-article.ts';
import { ingestPaths } from '../ingest/ingest.ts';
import {
  composeEmbedder,
  composeLanguage,
  type LanguageResources,
  type ReadingSettings,
} from './compose-models.ts';
import type { Config } from './config.ts';
import { createIndexer } from './indexer.ts';

/**
 * Chooses what the indexing script works with.
 * @param loadLanguage dictionaries that are loaded already, or how to load them; not called before
 *   there are articles
 */
export function composeIndexer(
  config: Config,
  loadLanguage: () => Promise<LanguageResources> = () => composeLanguage(config),
): Indexer {
  const { chunks, dataPath, articlesPath } = config;
  return createIndexer({
    defaultPaths: [articlesPath],
    ingest: (paths, onProgress) => ingestPaths(paths, { onProgress }),
    chunk: (article) => chunkArticle(article, chunks),
    async index(articles, options) {
      const language = await loadLanguage();
      return await indexArticles({
        ...articles,
        ...options,
        chunkSettings: chunks,
        embedder: composeEmbedder(config, language),
        analyzer: language.passageAnalyzer,
        eventDetector: createEventDetector(language),
        readingModule: {
          url: new URL('./compose-models.ts', import.meta.url).href,
          exportName: 'composeReading',
          argument: {
            dictionaryPath: config.dictionaryPath,
            embedsWords: config.embeddingModel === null,
          } satisfies ReadingSettings,
        },
        directory: dataPath,
      });
    },
  });
}
