import { createReadStream, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { BenchCollection, BenchPassage, StopWords } from './search-system.ts';

/** Files of a collection that is prepared for all systems. */
export const COLLECTION_FILES = {
  articles: 'articles.jsonl',
  /** The same passages by either policy, so that no system reads words that it does not index. */
  passages: { kept: 'passages.jsonl', dropped: 'passages-no-stop-words.jsonl' },
  /** Float32, one vector after the other, little-endian. */
  vectors: 'vectors.bin',
  /** Uint32: the place of each passage's article. */
  documents: 'documents.bin',
} as const;

/**
 * Reads what `prepareCollection` left. Passages are streamed; vectors are in memory. Where nothing
 * was prepared there are no passages, and only a system that reads articles can be built.
 */
export async function openCollection(
  directory: string,
  stopWords: StopWords,
): Promise<BenchCollection> {
  const { length: size } = await readDocumentPlaces(directory);
  const bytes = await readBytes(path.join(directory, COLLECTION_FILES.vectors));
  const vectors = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
  const dimensions = size === 0 ? 0 : vectors.length / size;
  return {
    articleFile: path.join(directory, COLLECTION_FILES.articles),
    size,
    dimensions,
    passages: () => readPassages(path.join(directory, COLLECTION_FILES.passages[stopWords])),
    vector: (passage) => vectors.subarray(passage * dimensions, (passage + 1) * dimensions),
  };
}

/** For each passage the place of the article it was cut from. */
export async function readDocumentPlaces(directory: string): Promise<Uint32Array> {
  const bytes = await readBytes(path.join(directory, COLLECTION_FILES.documents));
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
}

async function readBytes(file: string): Promise<Buffer> {
  return existsSync(file) ? await readFile(file) : Buffer.alloc(0);
}

async function* readPassages(file: string): AsyncGenerator<BenchPassage> {
  for await (const line of createInterface({ input: createReadStream(file) })) {
    yield JSON.parse(line);
  }
}
