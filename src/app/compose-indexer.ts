import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Article } from '../core/article.ts';
import type { IndexedPath } from '../core/indexed-paths.ts';
import type { Indexer } from '../core/indexer.ts';
import { createEventDetector } from '../events/event-detector.ts';
import { removeAbandonedGenerations } from '../index/clean-generations.ts';
import { indexArticles } from '../index/index-articles.ts';
import { settingsFingerprint } from '../index/input-fingerprint.ts';
import { readPreviousArticles } from '../index/previous-snapshot.ts';
import { readIndexedPaths } from '../index/read-indexed-paths.ts';
import { recognizeIndex } from '../index/recognize-index.ts';
import { chunkArticle } from '../ingest/chunk-article.ts';
import { lookAtInput, recognizeInput, recordInput } from '../ingest/input-state.ts';
import {
  composeEmbedder,
  composeLanguage,
  type Embedder,
  type LanguageResources,
  type ReadingSettings,
} from './compose-models.ts';
import { type Config, SEEDS, uploadsFolder } from './config.ts';
import { createIndexer } from './indexer.ts';
import { READING_CODE } from './reading-code.ts';

/**
 * Chooses what the indexing script works with.
 * @param loadLanguage dictionaries that are loaded already, or how to load them; not called before
 *   there are articles
 * @param embedder in place of the one that the configuration names
 */
export function composeIndexer(
  config: Config,
  loadLanguage: () => Promise<LanguageResources> = () => composeLanguage(config),
  embedder?: Embedder,
): Indexer {
  const { chunks, dataPath } = config;

  async function settings() {
    const language = await loadLanguage();
    const chosen = {
      chunkSettings: chunks,
      embedder: embedder ?? composeEmbedder(config, language),
      analyzer: language.passageAnalyzer,
      eventDetector: createEventDetector(language),
    };
    return { chosen, fingerprint: settingsFingerprint(chosen, READING_CODE) };
  }

  return createIndexer({
    resolvePath: (given) => ({ given, absolute: path.resolve(given) }),
    origins: async () => ({
      configured: { given: config.articlesSetting ?? SEEDS, absolute: config.articlesPath },
      isConfigured: config.articlesSetting !== null,
      indexed: await readOrigin(config),
      brought: { given: uploadsFolder(config), absolute: uploadsFolder(config) },
    }),
    exists: ({ absolute }) => existsSync(absolute),
    lookAtInput: (paths) => lookAtInput(absolutePaths(paths)),
    // A file that may not be read is one to look at again next time.
    recordInput: (input) => recordInput(input).catch(() => undefined),
    async recognize(paths, input) {
      const { chosen, fingerprint } = await settings();
      const state = await recognizeIndex({
        directory: dataPath,
        paths,
        expectation: {
          embedderFingerprint: chosen.embedder.fingerprint,
          analyzerFingerprint: chosen.analyzer.fingerprint,
        },
        settings: fingerprint,
        recognize: (before) => recognizeInput(input, before),
      });
      if (state === 'current') await removeAbandonedGenerations(dataPath);
      return state;
    },
    async ingest(paths, isSame, onProgress) {
      // Readers of every kind of file are loaded where one is read.
      const { ingestPaths } = await import('../ingest/ingest.ts');
      return await ingestPaths(absolutePaths(paths), {
        onProgress,
        ...(isSame ? { readBefore: articlesBefore(dataPath) } : {}),
      });
    },
    chunk: (article) => chunkArticle(article, chunks),
    async index(articles, options, { paths, input }) {
      const { chosen, fingerprint } = await settings();
      return await indexArticles({
        ...articles,
        ...options,
        ...chosen,
        paths,
        storedInput: input && { settings: fingerprint, input },
        readingModule: {
          url: new URL('./compose-models.ts', import.meta.url).href,
          exportName: 'composeReading',
          argument: {
            dictionaryPath: config.dictionaryPath,
            embedsWords: chosen.embedder.embedWords !== undefined,
          } satisfies ReadingSettings,
        },
        directory: dataPath,
      });
    },
  });
}

/** The articles that the index of a data folder has from a file or folder, loaded when first asked. */
function articlesBefore(dataPath: string): (path: string) => Promise<readonly Article[]> {
  let articles: Promise<readonly Article[]> | undefined;
  return async (given) => {
    articles ??= readPreviousArticles(dataPath);
    return (await articles).filter(
      ({ origin }) => origin.path === given || origin.path.startsWith(`${given}/`),
    );
  };
}

function absolutePaths(paths: readonly IndexedPath[]): string[] {
  return paths.map(({ absolute }) => absolute);
}

/**
 * What the index of the data folder was made from: null where there is none, `unknown` where it does
 * not say. Paths inside a project that has been moved since are where they are now.
 */
export async function readOrigin({
  dataPath,
  projectPath,
}: Pick<Config, 'dataPath' | 'projectPath'>): Promise<readonly IndexedPath[] | 'unknown' | null> {
  const indexed = await readIndexedPaths(dataPath);
  if (indexed === null || indexed === 'unknown') return indexed;
  return indexed.map((known) => {
    const here = path.resolve(projectPath, known.given);
    return !existsSync(known.absolute) && existsSync(here) ? { ...known, absolute: here } : known;
  });
}
