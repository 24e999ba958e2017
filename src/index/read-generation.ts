import path from 'node:path';
import type { Language } from '../core/article.ts';
import { YinzhengError } from '../core/errors.ts';
import {
  byField,
  KEYWORD_FIELDS,
  type KeywordField as KeywordFieldName,
  type SearchIndex,
  type VectorSearch,
} from '../core/search-index.ts';
import { ChunkIndex } from './chunk-index.ts';
import { type ChunkRange, rangesByLanguage } from './chunk-range.ts';
import { KeywordField } from './keyword/keyword-field.ts';
import { Sentences } from './sentences/sentences.ts';
import { decodeArticles, decodeChunks } from './snapshot/article-file.ts';
import { generationDirectory } from './snapshot/current-generation.ts';
import { decodeEvents } from './snapshot/event-file.ts';
import { decodeKeywordField } from './snapshot/keyword-file.ts';
import { FILES, type Manifest } from './snapshot/manifest.ts';
import { decodeSentences } from './snapshot/sentences-file.ts';
import { decodeVectors } from './snapshot/vector-file.ts';
import { readVerified } from './snapshot/verified-file.ts';
import { decodeWords } from './snapshot/words-file.ts';
import { VectorGraph } from './vector/vector-graph.ts';
import { VectorIndex, type VectorPart } from './vector/vector-index.ts';
import { Words } from './words/words.ts';

const LANGUAGES: readonly Language[] = ['zh', 'en'];

/** The files of one generation, wherever their bytes are: on the disk, or in shared memory. */
export interface GenerationFiles {
  readonly manifest: Manifest;
  has(name: string): boolean;
  /** The bytes of a file, verified by its checksum. @throws {YinzhengError} `index-damaged` */
  read(name: string): Promise<ArrayBufferLike>;
  /**
   * Where a verified file is on the disk, for the library that reads graphs by itself; null where
   * it is there no more.
   * @throws {YinzhengError} `index-damaged`
   */
  verifiedPath(name: string): Promise<string | null>;
}

/** Makes a search index of the files of a generation. @throws {YinzhengError} `index-damaged` */
export async function readGeneration(files: GenerationFiles): Promise<SearchIndex> {
  // One file is read, on Node's own threads, while this one checks and parses another.
  const [collection, keywords, wordsData, sentencesData] = await Promise.all([
    readCollection(files),
    readKeywords(files),
    files.read(FILES.words).then(decodeWords),
    files.read(FILES.sentences).then(decodeSentences),
  ]);
  const words = new Words(wordsData);
  return new ChunkIndex({
    description: files.manifest.description,
    vectorSearch: describeVectorSearch(files.manifest),
    ...collection,
    keywords,
    words,
    sentences: new Sentences(sentencesData, words),
  });
}

/** The files of a generation as they lie on the disk. */
export function generationOnDisk(directory: string, manifest: Manifest): GenerationFiles {
  const folder = generationDirectory(directory, manifest.description.generation);
  const files: GenerationFiles = {
    manifest,
    has: (name) => manifest.files[name] !== undefined,
    read: (name) => readVerified(path.join(folder, name), recordOf(manifest, name)),
    async verifiedPath(name) {
      await files.read(name);
      return path.join(folder, name);
    },
  };
  return files;
}

/** @throws {YinzhengError} `index-damaged` when the manifest does not list the file */
export function recordOf({ files }: Manifest, name: string): Manifest['files'][string] {
  const record = files[name];
  if (record !== undefined) return record;
  throw new YinzhengError('index-damaged', `Its manifest does not list ${name}.`);
}

async function readCollection(reader: GenerationFiles) {
  // Asked for before the articles are parsed, so that they are read meanwhile.
  const vectors = reader.read(FILES.vectors).then(decodeVectors);
  const graphs = new Map(LANGUAGES.map((language) => [language, readGraph(reader, language)]));
  for (const pending of [vectors, ...graphs.values()]) pending.catch(() => {});
  const articles = decodeArticles(await reader.read(FILES.articles));
  const chunks = decodeChunks(await reader.read(FILES.chunks), articles);
  const ranges = rangesByLanguage(chunks);
  const events = reader.has(FILES.events) ? await reader.read(FILES.events) : null;
  const { flat } = await vectors;
  const parts: VectorPart[] = [];
  for (const [language, range] of ranges) {
    const graph = (await graphs.get(language)) ?? null;
    if (graph !== null) requireCount(graph, range, language);
    parts.push({ range, graph });
  }
  return {
    articles,
    chunks,
    ranges,
    detected: () => decodeEvents(events),
    vectors: new VectorIndex(flat, parts),
  };
}

async function readKeywords(reader: GenerationFiles) {
  const fields = new Map<KeywordFieldName, KeywordField>();
  for (const field of KEYWORD_FIELDS) {
    const data = decodeKeywordField(await reader.read(FILES.keywords(field)));
    fields.set(field, new KeywordField(data));
  }
  return byField((field) => fields.get(field) as KeywordField);
}

/**
 * The graph of a language, or null where it has none or none can be loaded: then its vectors are
 * scanned. The library reads the file by itself; a damaged one could end the process, so it is
 * verified.
 */
async function readGraph(reader: GenerationFiles, language: Language): Promise<VectorGraph | null> {
  const name = FILES.graph(language);
  if (!reader.has(name) || !VectorGraph.isAvailable()) return null;
  const file = await reader.verifiedPath(name);
  if (file === null) return null;
  return await VectorGraph.read(file, reader.manifest.description.dimensions);
}

/** @throws {YinzhengError} `index-damaged` where a graph is not one of the chunks of its language */
function requireCount(
  { count }: VectorGraph,
  { start, end }: ChunkRange,
  language: Language,
): void {
  if (count === end - start) return;
  throw new YinzhengError(
    'index-damaged',
    `${FILES.graph(language)} should hold ${end - start} vectors; it holds ${count}.`,
  );
}

/** How an index is searched by meaning here, and what would make it faster. */
export function describeVectorSearch({ files, lacksGraph }: Manifest): VectorSearch {
  const hasGraph = Object.keys(files).some((name) => /^graph-/u.test(name));
  if (VectorGraph.isAvailable() || !(hasGraph || lacksGraph)) {
    return { method: hasGraph ? 'graph' : 'scan', advice: null };
  }
  return {
    method: 'scan',
    advice:
      'hnswlib-node could not be loaded, so every vector is compared with each question: exact, and ' +
      'slower from some 100,000 chunks on. Install a C++ toolchain (Debian: apt-get install g++ make ' +
      'python3; macOS: xcode-select --install; Windows: Visual Studio Build Tools) and let npm reach ' +
      'nodejs.org, which has the headers to compile with; then run: npm ci',
  };
}
