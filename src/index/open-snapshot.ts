import { isDeepStrictEqual } from 'node:util';
import { YinzhengError } from '../core/errors.ts';
import type { SearchIndex } from '../core/search-index.ts';
import { BM25_PARAMETERS } from './keyword/bm25.ts';
import { generationOnDisk, readGeneration } from './read-generation.ts';
import {
  type GenerationPointer,
  readManifest,
  readPointer,
} from './snapshot/current-generation.ts';
import type { Manifest } from './snapshot/manifest.ts';

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
  requireExpected(manifest, expectation);
  return await readGeneration(generationOnDisk(directory, manifest));
}

/** @throws {YinzhengError} `index-embedder`, `index-format` when it was made with anything else */
export function requireExpected(
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
