import { YinzhengError } from '../core/errors.ts';
import { abortable } from './abortable.ts';
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
  const entry = new URL('./threads/graph-thread.ts', import.meta.url);
  const thread = new Thread<GraphRequest, boolean>(entry, onProgress);
  try {
    onProgress(0);
    const { data, dimensions } = vectors;
    const whole = await abortable(thread.request({ data, dimensions, file }), signal).catch(
      (cause: unknown) => {
        signal.throwIfAborted();
        throw new YinzhengError('index-write-failed', `${file}: ${(cause as Error).message}.`, {
          cause,
        });
      },
    );
    if (!whole) throw new YinzhengError('index-write-failed', `${file} is not whole.`);
    onProgress(vectors.count);
    return await syncAndRecord(file);
  } finally {
    await thread.stop();
  }
}
