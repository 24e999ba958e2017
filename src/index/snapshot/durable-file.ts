import { createHash } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/** What a manifest knows of a file: enough to tell that it is whole and unchanged. */
export interface FileRecord {
  readonly bytes: number;
  /** In hexadecimal. */
  readonly sha256: string;
}

/** Bytes written or read at a time, so that a large file does not keep the event loop. */
const SLICE = 4 * 1024 * 1024;

/**
 * Writes a new file and forces it to the disk.
 * @throws the system's error when it exists already or cannot be written whole
 */
export async function writeDurably(file: string, parts: Iterable<Uint8Array>): Promise<FileRecord> {
  const hash = createHash('sha256');
  const handle = await open(file, 'wx');
  let bytes = 0;
  try {
    for (const part of parts) {
      for (let start = 0; start < part.length; start += SLICE) {
        const slice = part.subarray(start, start + SLICE);
        hash.update(slice);
        await handle.writeFile(slice);
      }
      bytes += part.length;
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** Forces a file that something else wrote to the disk, and records what is there. */
export async function syncAndRecord(file: string): Promise<FileRecord> {
  const handle = await open(file, 'r+');
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    await handle.sync();
    for await (const slice of handle.createReadStream({
      autoClose: false,
      highWaterMark: SLICE,
    }) as AsyncIterable<Buffer>) {
      hash.update(slice);
      bytes += slice.length;
    }
  } finally {
    await handle.close();
  }
  return { bytes, sha256: hash.digest('hex') };
}

/**
 * Puts a text in the place of a file in one step: a reader sees the old one or the new one. Only
 * one process at a time may replace a file.
 */
export async function replaceFile(file: string, text: string): Promise<void> {
  const temporary = `${file}.next`;
  // Left by a process that was killed.
  await rm(temporary, { force: true });
  await writeDurably(temporary, [Buffer.from(text, 'utf8')]);
  await rename(temporary, file);
  await syncDirectory(path.dirname(file));
}

/** Forces the names in a folder to the disk. Windows has no such call and needs none. */
export async function syncDirectory(directory: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
