import { orAborted } from '../core/async.ts';
import { YinzhengError } from '../core/errors.ts';
import { type FileRecord, syncAndRecord } from './snapshot/durable-file.ts';
import type { GraphRequest } from './threads/graph-thread.ts';
import { Thread } from './threads/thread.ts';
import type { FlatVectors } from './vector/flat-vectors.ts';

/**
 * Builds the graph of some vectors in a thread, because every addition blocks, and writes it.
 * @throws {YinzhengError} `index-write-failed` when the file does not read back whole
 */
export async function writeGraph(
  vectors: FlatVectors,
  file: string,
  onProgress: (done: number) => void,
  signal: AbortSignal,
): Promise<FileRecord> {
  onProgress(0);
  const { data, dimensions, count } = vectors;
  const ask = (request: GraphRequest) => askThread(request, onProgress, signal);
  await ask({ kind: 'build', data, dimensions, file });
  // The library says nothing of a write that failed: the file is good when it reads back whole. In
  // a thread of its own, because a graph leaves memory with its thread, and two are very large.
  if ((await ask({ kind: 'count', dimensions, file })) !== count) {
    throw new YinzhengError('index-write-failed', `${file} is not whole.`);
  }
  onProgress(count);
  return await syncAndRecord(file);
}

/** What a thread answers that exists for one request. */
async function askThread(
  request: GraphRequest,
  onProgress: (done: number) => void,
  signal: AbortSignal,
): Promise<number> {
  const entry = new URL('./threads/graph-thread.ts', import.meta.url);
  const thread = new Thread<GraphRequest, number>(entry, { onProgress });
  try {
    return await orAborted(thread.request(request), signal);
  } catch (cause) {
    signal.throwIfAborted();
    if ((cause as NodeJS.ErrnoException).syscall !== undefined) throw cause;
    throw new YinzhengError('index-write-failed', `${request.file}: ${(cause as Error).message}.`, {
      cause,
    });
  } finally {
    await thread.stop();
  }
}
