import { type IndexedPath, samePaths } from '../core/indexed-paths.ts';
import type { IndexState } from '../core/indexer.ts';
import type { InputRecord } from '../core/input-state.ts';
import { requireExpected, type SnapshotExpectation } from './open-snapshot.ts';
import { readManifest, readPointer } from './snapshot/current-generation.ts';
import { readInputRecord, writeInputRecord } from './snapshot/input-record-file.ts';
import { VectorGraph } from './vector/vector-graph.ts';

export interface RecognitionRequest {
  /** The data folder. */
  readonly directory: string;
  readonly paths: readonly IndexedPath[];
  readonly expectation: SnapshotExpectation;
  /** See `settingsFingerprint`. */
  readonly settings: string;
  /** What the input is now, where it is what it was. */
  readonly recognize: (before: InputRecord) => Promise<InputRecord | null>;
}

/**
 * What the current index is to a run over these paths, told from its manifest and from what the file
 * system says of the articles: nothing of either is read. When in doubt it is outdated. Never throws
 * for what it finds.
 */
export async function recognizeIndex(request: RecognitionRequest): Promise<IndexState> {
  const { directory, paths, expectation, settings, recognize } = request;
  const pointer = await readPointer(directory).catch(() => null);
  if (pointer === null) return 'unusable';
  const manifest = await readManifest(directory, pointer).catch(() => null);
  if (manifest === null) return 'unusable';
  try {
    requireExpected(manifest, expectation);
  } catch {
    return 'unusable';
  }
  if (!samePaths(manifest.paths, paths)) return 'outdated';
  if (manifest.lacksGraph && VectorGraph.isAvailable()) return 'outdated';
  const stored = await readInputRecord(directory, pointer.generation);
  if (stored?.settings !== settings) return 'outdated';
  const input = await recognize(stored.input);
  if (input === null) return 'outdated';
  if (JSON.stringify(input.files) !== JSON.stringify(stored.input.files)) {
    await writeInputRecord(directory, pointer.generation, { settings, input });
  }
  return 'current';
}
