import { access } from 'node:fs/promises';
import path from 'node:path';
import type { Article } from '../core/article.ts';
import { nextTurn } from '../core/async.ts';
import { factsOf } from '../core/collection.ts';
import type { NewsEvent, NewsStory } from '../core/news-event.ts';
import type { IndexDescription, SearchIndex, VectorSearch } from '../core/search-index.ts';
import { requireExpected, type SnapshotExpectation } from './open-snapshot.ts';
import {
  describeVectorSearch,
  type GenerationFiles,
  readGeneration,
  recordOf,
} from './read-generation.ts';
import { decodeArticles } from './snapshot/article-file.ts';
import { generationDirectory, readManifest, readPointer } from './snapshot/current-generation.ts';
import { decodeEvents } from './snapshot/event-file.ts';
import { FILES, type Manifest } from './snapshot/manifest.ts';
import { readVerified } from './snapshot/verified-file.ts';

/**
 * A generation read once, for several threads: its verified bytes in shared memory. It can be
 * posted to a thread, which costs nothing; graphs stay on the disk, where a library reads them.
 */
export interface SharedGeneration {
  readonly manifest: Manifest;
  /** Absolute path of the generation's folder. */
  readonly folder: string;
  readonly buffers: Readonly<Record<string, SharedArrayBuffer>>;
}

/**
 * Reads and verifies the current generation of a data folder.
 * @throws {YinzhengError} `index-missing`, `index-damaged`, `index-format`
 */
export async function loadSharedGeneration(directory: string): Promise<SharedGeneration> {
  const pointer = await readPointer(directory);
  try {
    return await load(directory, await readManifest(directory, pointer));
  } catch (error) {
    // An indexer may have replaced the generation, and removed it, while it was being read.
    const latest = await readPointer(directory);
    if (latest.generation === pointer.generation) throw error;
    return await load(directory, await readManifest(directory, latest));
  }
}

async function load(directory: string, manifest: Manifest): Promise<SharedGeneration> {
  const folder = generationDirectory(directory, manifest.description.generation);
  const buffers: Record<string, SharedArrayBuffer> = {};
  // Profiles are for the indexer alone. One file at a time: each is as large as memory allows.
  const names = Object.keys(manifest.files).filter((name) => name !== FILES.eventProfiles);
  for (const name of names) {
    const bytes = await readVerified(
      path.join(folder, name),
      recordOf(manifest, name),
      (size) => new SharedArrayBuffer(size),
    );
    if (!name.startsWith('graph-')) buffers[name] = bytes;
  }
  return { manifest, folder, buffers };
}

/**
 * Opens a generation that was loaded before, in this thread or another.
 * @throws {YinzhengError} `index-damaged`, `index-format`, `index-embedder`
 */
export async function openSharedGeneration(
  shared: SharedGeneration,
  expectation: SnapshotExpectation,
): Promise<SearchIndex> {
  requireExpected(shared.manifest, expectation);
  return await readGeneration(filesOf(shared));
}

/** The part of a generation that lists are made from. */
export interface SharedCatalog {
  readonly description: IndexDescription;
  readonly vectorSearch: VectorSearch;
  readonly articles: readonly Article[];
  readonly events: readonly NewsEvent[];
  readonly stories: readonly NewsStory[];
  article(id: string): Article | undefined;
}

/** @throws {YinzhengError} `index-damaged` */
export async function openSharedCatalog(shared: SharedGeneration): Promise<SharedCatalog> {
  const files = filesOf(shared);
  const articles = decodeArticles(await files.read(FILES.articles));
  // Other work gets its turn between the two.
  await nextTurn();
  const detected = decodeEvents(files.has(FILES.events) ? await files.read(FILES.events) : null);
  // Asked for by the first page: worked out while the workers open theirs.
  factsOf(articles);
  const byId = new Map(articles.map((article) => [article.id, article]));
  const { description } = shared.manifest;
  const vectorSearch = describeVectorSearch(shared.manifest);
  return { description, vectorSearch, articles, ...detected, article: (id) => byId.get(id) };
}

function filesOf({ manifest, folder, buffers }: SharedGeneration): GenerationFiles {
  return {
    manifest,
    has: (name) => manifest.files[name] !== undefined,
    async read(name) {
      recordOf(manifest, name);
      const bytes = buffers[name];
      if (bytes === undefined) throw new TypeError(`Expected the bytes of ${name}; got none.`);
      return bytes;
    },
    // Verified when it was loaded. An indexer may have removed it since, with its generation.
    async verifiedPath(name) {
      const file = path.join(folder, name);
      return (await access(file).then(
        () => true,
        () => false,
      ))
        ? file
        : null;
    },
  };
}
