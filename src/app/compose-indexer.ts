import { existsSync } from 'node:fs';
import path from 'node:path';
import v8 from 'node:v8';
import type { Article } from '../core/article.ts';
import type { IndexedPath } from '../core/indexed-paths.ts';
import type { Indexer } from '../core/indexer.ts';
import { createEventDetector } from '../events/event-detector.ts';
import { removeAbandonedGenerations } from '../index/clean-generations.ts';
import { indexArticles } from '../index/index-articles.ts';
import { type IndexFingerprints, settingsFingerprint } from '../index/input-fingerprint.ts';
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

export interface IndexerSettings {
  /** Dictionaries that are loaded already, or how to load them; not called before there are articles. */
  readonly loadLanguage?: (() => Promise<LanguageResources>) | undefined;
  /** In place of the one that the configuration names. */
  readonly embedder?: Embedder | undefined;
  /** By what articles are read, where somebody knows: dictionaries are then loaded to read only. */
  readonly fingerprints?: Promise<IndexFingerprints> | null | undefined;
}

/** Chooses what the indexing script works with. */
export function composeIndexer(
  config: Config,
  { loadLanguage = () => composeLanguage(config), embedder, fingerprints }: IndexerSettings = {},
): Indexer {
  const { chunks, dataPath } = config;

  async function chooseTools() {
    const language = await loadLanguage();
    return {
      embedder: embedder ?? composeEmbedder(config, language),
      analyzer: language.passageAnalyzer,
      eventDetector: createEventDetector(language),
    };
  }

  const settingsOf = (tools: IndexFingerprints) =>
    settingsFingerprint({ ...tools, chunkSettings: chunks }, READING_CODE);

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
      const known = (await fingerprints) ?? (await chooseTools());
      const state = await recognizeIndex({
        directory: dataPath,
        paths,
        expectation: {
          embedderFingerprint: known.embedder.fingerprint,
          analyzerFingerprint: known.analyzer.fingerprint,
        },
        settings: settingsOf(known),
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
      const tools = await chooseTools();
      return await indexArticles({
        ...articles,
        ...options,
        ...tools,
        chunkSettings: chunks,
        paths,
        storedInput: input && { settings: settingsOf(tools), input },
        readingModule: {
          url: new URL('./compose-models.ts', import.meta.url).href,
          exportName: 'composeReading',
          argument: {
            dictionaryPath: config.dictionaryPath,
            embedsWords: tools.embedder.embedWords !== undefined,
          } satisfies ReadingSettings,
        },
        directory: dataPath,
      });
    },
  });
}

/**
 * Runs an indexer in a process that does nothing else. Left alone, V8 lets garbage grow to as much as
 * what is in use before it collects it, in each thread.
 */
export async function withLittleGarbage<Result>(run: () => Promise<Result>): Promise<Result> {
  v8.setFlagsFromString('--heap-growing-percent=25');
  try {
    return await run();
  } finally {
    v8.setFlagsFromString('--heap-growing-percent=0');
  }
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
