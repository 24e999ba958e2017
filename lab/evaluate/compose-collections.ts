import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { composeAnswerTools } from '../../src/app/compose-answers.ts';
import { composeEmbedder, type LanguageResources } from '../../src/app/compose-models.ts';
import type { Config } from '../../src/app/config.ts';
import type { Article } from '../../src/core/article.ts';
import type { NewsEvent } from '../../src/core/news-event.ts';
import type { Retriever } from '../../src/core/passage.ts';
import { createEventServices, type EventServices } from '../../src/events/event-services.ts';
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

/** Files of a folder that hold articles; of a benchmark its corpus alone. */
export async function articlePaths(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder);
  const corpus = names.filter((name) => name.startsWith('corpus.'));
  return corpus.length > 0 ? corpus.map((name) => path.join(folder, name)) : [folder];
}

/** Writes briefs of given stories, over an index in memory of their articles. */
export async function openBriefs(
  articles: readonly Article[],
  stories: readonly NewsEvent[],
  config: Config,
  language: LanguageResources,
): Promise<EventServices['summarize']> {
  const { analyzer, passageAnalyzer, vectors: wordVectors } = language;
  const embedder = composeEmbedder(config, language);
  const index = await buildMemoryIndex({
    articles,
    chunks: articles.flatMap((article) => chunkArticle(article, config.chunks)),
    embedder,
    analyzer: passageAnalyzer,
    eventDetector: {
      fingerprint: 'given',
      detect: async () => ({ events: stories, stories: [], profiles: [] }),
    },
  });
  const { summarize } = createEventServices({
    ...language,
    currentIndex: () => index,
    sentencesOf: ({ id }) => index.sentencesOf(id),
    retriever: createHybridRetriever({
      index: () => index,
      embedder,
      analyzer,
      readQuestion: language.readQuestion,
      wordVectors,
    }),
    checker: composeAnswerTools(language).checker,
    today: () => new Date().toISOString().slice(0, 10),
    newId: () => 'brief',
  });
  return summarize;
}
