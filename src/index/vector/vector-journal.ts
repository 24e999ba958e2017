import { type FileHandle, open, readFile, rm } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { KEY_BYTES } from './vector-key.ts';

/** "YZJ1", little-endian: where a record begins. */
const MAGIC = 0x314a5a59;

/** Magic, number of vectors, dimensions, CRC-32 of what follows. */
const HEADER_BYTES = 16;

/**
 * Vectors that were computed but are not yet part of a snapshot, so that an interrupted run need
 * not pay for them again. Append-only: a record is a batch of keys and vectors with a checksum, on
 * the disk before the next batch is asked for. What a crash left half-written is cut off.
 */
export interface VectorJournal {
  /** Vectors of earlier runs by key, each of length 1. */
  readonly recovered: ReadonlyMap<string, Float32Array>;
  append(entries: readonly (readonly [key: string, vector: Float32Array])[]): Promise<void>;
  close(): Promise<void>;
}

export async function openVectorJournal(file: string): Promise<VectorJournal> {
  const { vectors, wholeBytes } = await readVectorJournal(file);
  const handle = await open(file, 'a');
  await handle.truncate(wholeBytes);
  return {
    recovered: vectors,
    async append(entries) {
      const [first] = entries;
      if (first !== undefined) await appendRecord(handle, entries, first[1].length);
    },
    async close() {
      await handle.close();
    },
  };
}

/** The vectors of a journal that are whole, without touching it; none where there is no file. */
export async function readVectorJournal(
  file: string,
): Promise<{ vectors: Map<string, Float32Array>; wholeBytes: number }> {
  const vectors = new Map<string, Float32Array>();
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  });
  let offset = 0;
  while (offset + HEADER_BYTES <= bytes.length) {
    const [magic, count, dimensions, checksum] = [0, 4, 8, 12].map((at) =>
      bytes.readUInt32LE(offset + at),
    ) as [number, number, number, number];
    const start = offset + HEADER_BYTES;
    const end = start + count * (KEY_BYTES + 4 * dimensions);
    if (magic !== MAGIC || end > bytes.length) break;
    const payload = bytes.subarray(start, end);
    if (crc32(payload) !== checksum) break;
    // Copied, because records do not keep the alignment that a view on floats needs.
    const rows = new Float32Array(count * dimensions);
    Buffer.from(rows.buffer).set(payload.subarray(count * KEY_BYTES));
    for (let place = 0; place < count; place++) {
      const key = payload.toString('latin1', place * KEY_BYTES, (place + 1) * KEY_BYTES);
      vectors.set(key, rows.subarray(place * dimensions, (place + 1) * dimensions));
    }
    offset = end;
  }
  return { vectors, wholeBytes: offset };
}

export async function removeVectorJournal(file: string): Promise<void> {
  await rm(file, { force: true });
}

async function appendRecord(
  handle: FileHandle,
  entries: readonly (readonly [key: string, vector: Float32Array])[],
  dimensions: number,
): Promise<void> {
  const record = Buffer.alloc(HEADER_BYTES + entries.length * (KEY_BYTES + 4 * dimensions));
  for (const [place, [key, vector]] of entries.entries()) {
    record.write(key, HEADER_BYTES + place * KEY_BYTES, 'latin1');
    const bytes = Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);
    record.set(bytes, HEADER_BYTES + entries.length * KEY_BYTES + place * 4 * dimensions);
  }
  const header = [MAGIC, entries.length, dimensions, crc32(record.subarray(HEADER_BYTES))];
  for (const [place, value] of header.entries()) record.writeUInt32LE(value, 4 * place);
  // One write and one flush: a crash leaves the record whole or cut, never mixed with another.
  await handle.appendFile(record);
  await handle.datasync();
}
