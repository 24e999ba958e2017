import path from 'node:path';
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

/**
 * Reads all files of a generation, each verified by its checksum before anything is made of it.
 * @throws {YinzhengError} `index-damaged`
 */
export async function readGeneration(directory: string, manifest: Manifest): Promise<SearchIndex> {
  const reader = new GenerationReader(directory, manifest);
  // One file is read, on Node's own threads, while this one checks and parses another.
  const [collection, keywords, wordsData, sentencesData] = await Promise.all([
    readCollection(reader),
    readKeywords(reader),
    reader.read(FILES.words).then(decodeWords),
    reader.read(FILES.sentences).then(decodeSentences),
  ]);
  const words = new Words(wordsData);
  return new ChunkIndex({
    description: manifest.description,
    vectorSearch: describeVectorSearch(manifest),
    ...collection,
    keywords,
    words,
    sentences: new Sentences(sentencesData, words.dictionary),
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
  const events = reader.has(FILES.events) ? decodeEvents(await reader.read(FILES.events)) : [];
  const { flat } = await vectors;
  return { articles, chunks, ranges, events, vectors: new VectorIndex(flat, await parts) };
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
 * The graph of a language, or null where it has none or none can be loaded. The library reads the file by itself; a
 * damaged one could end the process, so it is verified.
 */
async function readGraph(
  reader: GenerationReader,
  name: string,
  { start, end }: ChunkRange,
): Promise<VectorGraph | null> {
  if (!reader.has(name) || !VectorGraph.isAvailable()) return null;
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

/** How an index is searched by meaning here, and what would make it faster. */
function describeVectorSearch({ files, lacksGraph }: Manifest): VectorSearch {
  const hasGraph = Object.keys(files).some((name) => /^graph-/u.test(name));
  if (VectorGraph.isAvailable() || !(hasGraph || lacksGraph)) {
    return { method: hasGraph ? 'graph' : 'scan', advice: null };
  }
  return {
    method: 'scan',
    advice:
      'hnswlib-node could not be loaded, so every vector is compared with each question: exact, and ' +
      'slower from some 100,000 chunks on. Install a C++ toolchain (Debian: apt-get install g++ make ' +
      'python3; macOS: xcode-select --install; Windows: Visual Studio Build Tools), then run: npm ci',
  };
}
