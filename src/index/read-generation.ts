import path from 'node:path';
import { YinzhengError } from '../core/errors.ts';
import {
  byField,
  KEYWORD_FIELDS,
  type KeywordField as KeywordFieldName,
  type SearchIndex,
} from '../core/search-index.ts';
import { ChunkIndex } from './chunk-index.ts';
import { type ChunkRange, rangesByLanguage } from './chunk-range.ts';
import { KeywordField } from './keyword/keyword-field.ts';
import { decodeArticles, decodeChunks } from './snapshot/article-file.ts';
import { generationDirectory } from './snapshot/current-generation.ts';
import { decodeEvents } from './snapshot/event-file.ts';
import { decodeKeywordField } from './snapshot/keyword-file.ts';
import { FILES, type Manifest } from './snapshot/manifest.ts';
import { decodeVectors } from './snapshot/vector-file.ts';
import { readVerified } from './snapshot/verified-file.ts';
import { decodeSentenceWords } from './snapshot/words-file.ts';
import { VectorGraph } from './vector/vector-graph.ts';
import { VectorIndex, type VectorPart } from './vector/vector-index.ts';
import { SentenceWords } from './words/sentence-words.ts';

/**
 * Reads all files of a generation, each verified by its checksum before anything is made of it.
 * @throws {YinzhengError} `index-damaged`
 */
export async function readGeneration(directory: string, manifest: Manifest): Promise<SearchIndex> {
  const reader = new GenerationReader(directory, manifest);
  // One file is read, on Node's own threads, while this one checks and parses another.
  const [collection, keywords, sentenceWords] = await Promise.all([
    readCollection(reader),
    readKeywords(reader),
    reader.read(FILES.sentenceWords).then(decodeSentenceWords),
  ]);
  return new ChunkIndex({
    description: manifest.description,
    ...collection,
    keywords,
    sentenceWords: new SentenceWords(sentenceWords),
  });
}

/** The files of one generation. */
class GenerationReader {
  readonly manifest: Manifest;
  readonly #folder: string;

  constructor(directory: string, manifest: Manifest) {
    this.manifest = manifest;
    this.#folder = generationDirectory(directory, manifest.description.generation);
  }

  has(name: string): boolean {
    return this.manifest.files[name] !== undefined;
  }

  pathOf(name: string): string {
    return path.join(this.#folder, name);
  }

  async read(name: string): Promise<ArrayBuffer> {
    const record = this.manifest.files[name];
    if (record === undefined) {
      throw new YinzhengError('index-damaged', `Its manifest does not list ${name}.`);
    }
    return await readVerified(this.pathOf(name), record);
  }
}

async function readCollection(reader: GenerationReader) {
  // Asked for before the articles are parsed, so that they are read meanwhile.
  const vectors = reader.read(FILES.vectors).then(decodeVectors);
  vectors.catch(() => {});
  const articles = decodeArticles(await reader.read(FILES.articles));
  const chunks = decodeChunks(await reader.read(FILES.chunks), articles);
  const ranges = rangesByLanguage(chunks);
  const parts = Promise.all(
    Array.from(ranges, async ([language, range]): Promise<VectorPart> => {
      return { range, graph: await readGraph(reader, FILES.graph(language), range) };
    }),
  );
  parts.catch(() => {});
  const detected = reader.has(FILES.events)
    ? decodeEvents(await reader.read(FILES.events))
    : { events: [], stories: [] };
  const { flat } = await vectors;
  return { articles, chunks, ranges, ...detected, vectors: new VectorIndex(flat, await parts) };
}

async function readKeywords(reader: GenerationReader) {
  const fields = new Map<KeywordFieldName, KeywordField>();
  for (const field of KEYWORD_FIELDS) {
    const data = decodeKeywordField(await reader.read(FILES.keywords(field)));
    fields.set(field, new KeywordField(data));
  }
  return byField((field) => fields.get(field) as KeywordField);
}

/**
 * The graph of a language, or null where it has none. The library reads the file by itself; a
 * damaged one could end the process, so it is verified.
 */
async function readGraph(
  reader: GenerationReader,
  name: string,
  { start, end }: ChunkRange,
): Promise<VectorGraph | null> {
  if (!reader.has(name)) return null;
  await reader.read(name);
  const graph = await VectorGraph.read(reader.pathOf(name), reader.manifest.description.dimensions);
  if (graph.count !== end - start) {
    throw new YinzhengError(
      'index-damaged',
      `${name} should hold ${end - start} vectors; it holds ${graph.count}.`,
    );
  }
  return graph;
}
