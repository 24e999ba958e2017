import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { YinzhengError } from '../../core/errors.ts';
import type { FileRecord } from './durable-file.ts';

const SLICE = 4 * 1024 * 1024;

/**
 * Reads a file whole and returns its bytes only if they are those that were recorded.
 * @param allocate makes the memory to read into, of so many bytes; absent means this thread's own
 * @throws {YinzhengError} `index-damaged`, saying what was expected and what was found
 */
export async function readVerified<Bytes extends ArrayBufferLike = ArrayBuffer>(
  file: string,
  record: FileRecord,
  allocate: (bytes: number) => Bytes = (bytes) => new ArrayBuffer(bytes) as Bytes,
): Promise<Bytes> {
  const name = path.join(path.basename(path.dirname(file)), path.basename(file));
  const handle = await open(file, 'r').catch((cause: unknown) => {
    throw new YinzhengError('index-damaged', `${name} cannot be read.`, { cause });
  });
  try {
    const { size } = await handle.stat();
    if (size !== record.bytes) {
      throw new YinzhengError(
        'index-damaged',
        `${name} should have ${record.bytes} bytes; it has ${size}.`,
      );
    }
    const buffer = allocate(size);
    const hash = createHash('sha256');
    for (let start = 0; start < size; ) {
      const slice = new Uint8Array(buffer, start, Math.min(SLICE, size - start));
      const { bytesRead } = await handle.read(slice, 0, slice.length, start);
      if (bytesRead === 0) break;
      hash.update(slice.subarray(0, bytesRead));
      start += bytesRead;
    }
    if (hash.digest('hex') !== record.sha256) {
      throw new YinzhengError('index-damaged', `The checksum of ${name} does not hold.`);
    }
    return buffer;
  } finally {
    await handle.close();
  }
}
