import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openSnapshot } from '../../src/index/open-snapshot.ts';
import { loadHnswlib } from '../../src/index/vector/load-hnswlib.ts';
import { temporaryDirectory } from './temporary-directory.ts';
import { DIMENSIONS } from './turn-collection.ts';

const root = path.resolve(import.meta.dirname, '../..');
const tsx = pathToFileURL(path.join(root, 'node_modules/tsx/dist/loader.mjs')).href;
const script = path.join(root, 'test/index/index-in-a-loop.ts');

const RUN_TIMEOUT_MS = 60_000;
/** Whether graphs are made here: without a compiler vectors are scanned. */
const hasGraph = loadHnswlib().library !== null;

/** Bytes of the second collection's vectors, which the journal and vectors.bin hold. */
const VECTOR_BYTES = 1_000 * DIMENSIONS * 4;

/**
 * Runs the loop where no file may grow beyond a size, which fails writes as a full disk does:
 * half-way, and in native code without a word.
 */
function runLimited(directory: string, bytes: number, dimensions: number): string {
  const limited = `ulimit -f ${Math.ceil(bytes / 512)} && exec "$@"`;
  const command = [
    process.execPath,
    '--import',
    tsx,
    script,
    directory,
    '1000',
    String(dimensions),
  ];
  // The loop ends by itself only where a write fails.
  const settings = { encoding: 'utf8', timeout: RUN_TIMEOUT_MS, killSignal: 'SIGKILL' } as const;
  return spawnSync('sh', ['-c', limited, 'sh', ...command], settings).stdout;
}

describe.runIf(process.platform !== 'win32')('indexing on a disk that is full', () => {
  const points: readonly (readonly [when: string, bytes: number, dimensions: number])[] = [
    ['while vectors are kept', VECTOR_BYTES / 2, DIMENSIONS],
    // A graph holds its vectors and their edges, so it alone is larger than this.
    ...(hasGraph ? [['while the graph is written', VECTOR_BYTES * 1.02, DIMENSIONS] as const] : []),
    // Vectors so short that other files are larger, which threads write.
    ['while articles are written', 300_000, 8],
    ['while sentences are written', 200_000, 8],
    ['while words are written', 140_000, 8],
    ['while titles are written', 40_000, 8],
    ['while chunks are written', 20_000, 8],
  ];
  it.each(points)('says so, %s, and leaves the previous index', async (_, bytes, dimensions) => {
    const directory = temporaryDirectory();
    expect(runLimited(directory, bytes, dimensions)).toMatch(
      /^ready\nturn\nindex-write-failed .*(EFBIG|graph)/,
    );
    const index = await openSnapshot(directory, {
      embedderFingerprint: 'sample-1',
      analyzerFingerprint: 'characters-1',
    });
    expect(index.articles[0]?.title).toBe('even 20');
    expect(readdirSync(path.join(directory, 'generations'))).toHaveLength(1);
    expect(readdirSync(directory)).not.toContain('LOCK');
  });
});
