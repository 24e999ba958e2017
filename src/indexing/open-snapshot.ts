import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { YinzhengError } from '../core/errors.ts';
import { byField, KEYWORD_FIELDS, type SearchIndex } from '../core/search-index.ts';
import { ChunkIndex } from './chunk-index.ts';
import { type ChunkRange, languagesOf, rangesByLanguage } from './chunk-range.ts';
import { BM25_PARAMETERS } from './keyword/bm25.ts';
import { KeywordField } from './keyword/keyword-field.ts';
import { decodeArticles, decodeChunks } from './snapshot/article-file.ts';
import {
  type GenerationPointer,
  generationDirectory,
  readManifest,
  readPointer,
} from './snapshot/current-generation.ts';
import { decodeEvents } from './snapshot/event-file.ts';
import { decodeKeywordField } from './snapshot/keyword-file.ts';
import { FILES, type Manifest } from './snapshot/manifest.ts';
import { decodeVectors } from './snapshot/vector-file.ts';
import { readVerified } from './snapshot/verified-file.ts';
import { decodeSentenceWords } from './snapshot/words-file.ts';
import { VectorGraph } from './vector/vector-graph.ts';
import { VectorIndex, type VectorPart } from './vector/vector-index.ts';
import { SentenceWords } from './words/sentence-words.ts';

/** What questions will be asked with; an index built with anything else cannot answer them. */
export interface SnapshotExpectation {
  readonly embedderFingerprint: string;
  readonly analyzerFingerprint: string;
}

/**
 * Opens the current snapshot of a data folder for searching. Everything is held in memory
 * afterwards, so that later runs of the indexer cannot disturb it.
 *
 * @throws {YinzhengError} `index-missing`, `index-damaged`, `index-format`, `index-embedder`
 */
export async function openSnapshot(
  directory: string,
  expectation: SnapshotExpectation,
): Promise<SearchIndex> {
  const pointer = await readPointer(directory);
  try {
    return await openGeneration(directory, pointer, expectation);
  } catch (error) {
    // An indexer may have replaced the generation, and removed it, while it was being read.
    const latest = await readPointer(directory);
    if (latest.generation === pointer.generation) throw error;
    return await openGeneration(directory, latest, expectation);
  }
}

async function openGeneration(
  directory: string,
  pointer: GenerationPointer,
  expectation: SnapshotExpectation,
): Promise<SearchIndex> {
  const manifest = await readManifest(directory, pointer);
  checkExpectation(manifest, expectation);
  const folder = generationDirectory(directory, pointer.generation);
  const read = (name: string) => readVerified(path.join(folder, name), recordOf(manifest, name));

  const keywordBuffers = await Promise.all(
    KEYWORD_FIELDS.map(async (field) => [field, await read(FILES.keywords(field))] as const),
  );
  const buffers = Object.fromEntries(keywordBuffers);
  const articles = decodeArticles(await read(FILES.articles));
  const chunks = decodeChunks(await read(FILES.chunks), articles);
  const { flat } = decodeVectors(await read(FILES.vectors));
  const ranges = rangesByLanguage(languagesOf(chunks));
  const parts = await Promise.all(
    Array.from(ranges, async ([language, range]): Promise<VectorPart> => {
      const graph = await readGraph(folder, FILES.graph(language), manifest, range);
      return { range, graph };
    }),
  );
  const events =
    manifest.files[FILES.events] === undefined ? [] : decodeEvents(await read(FILES.events));
  return new ChunkIndex({
    description: manifest.description,
    events,
    articles,
    chunks,
    ranges,
    keywords: byField(
      (field) => new KeywordField(decodeKeywordField(buffers[field] as ArrayBuffer)),
    ),
    sentenceWords: new SentenceWords(decodeSentenceWords(await read(FILES.sentenceWords))),
    vectors: new VectorIndex(flat, parts),
  });
}

function checkExpectation(
  { description, keywordParameters }: Manifest,
  { embedderFingerprint, analyzerFingerprint }: SnapshotExpectation,
): void {
  if (description.embedder !== embedderFingerprint) {
    throw new YinzhengError(
      'index-embedder',
      `Questions are embedded by ${embedderFingerprint}; the index holds vectors of ${description.embedder}.`,
    );
  }
  if (description.analyzer !== analyzerFingerprint) {
    throw new YinzhengError(
      'index-format',
      `Questions are analysed by version ${analyzerFingerprint}; the index holds terms of version ${description.analyzer}.`,
    );
  }
  if (!isDeepStrictEqual(keywordParameters, BM25_PARAMETERS)) {
    throw new YinzhengError('index-format', 'It was built with other keyword parameters.');
  }
}

function recordOf(manifest: Manifest, name: string) {
  const record = manifest.files[name];
  if (record === undefined) {
    throw new YinzhengError('index-damaged', `Its manifest does not list ${name}.`);
  }
  return record;
}

/**
 * The graph of a language, or null where it has none. The library reads the file by itself; a
 * damaged one could end the process, so it is verified.
 */
async function readGraph(
  folder: string,
  name: string,
  manifest: Manifest,
  { start, end }: ChunkRange,
): Promise<VectorGraph | null> {
  if (manifest.files[name] === undefined) return null;
  const file = path.join(folder, name);
  await readVerified(file, recordOf(manifest, name));
  const graph = VectorGraph.read(file, manifest.description.dimensions);
  if (graph.count !== end - start) {
    throw new YinzhengError(
      'index-damaged',
      `${name} should hold ${end - start} vectors; it holds ${graph.count}.`,
    );
  }
  return graph;
}
