import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { InputFileState, InputRecord, InputState } from '../core/input-state.ts';
import { walkFiles } from './walk-files.ts';

/**
 * A file that was written this long before it was looked at, in milliseconds, may have been written
 * again since within the same tick of the file system's clock (FAT counts in steps of 2 s).
 */
const CLOCK_STEP = 2_000;

/** Files under some paths, with what the file system says of each; none is opened. */
export async function lookAtInput(paths: readonly string[]): Promise<InputState> {
  const seenAt = Date.now();
  const { files, unreachable } = await walkFiles(paths);
  return {
    seenAt,
    files: files.flatMap(({ absolutePath }) => {
      const status = statSync(absolutePath, { bigint: true, throwIfNoEntry: false });
      if (status === undefined) return [];
      return {
        path: absolutePath,
        bytes: Number(status.size),
        modified: String(status.mtimeNs),
        changed: String(status.ctimeNs),
        inode: String(status.ino),
      };
    }),
    unreachable: unreachable.map(({ path, reason }) => `${path}: ${reason}`),
  };
}

/**
 * Looks into every file. What is read later may be newer than this, never older: then the next look
 * finds another time, and other bytes.
 * @throws the system's error when a file cannot be read
 */
export async function recordInput(state: InputState): Promise<InputRecord> {
  const hashes: string[] = [];
  for (const { path } of state.files) hashes.push(await hashFile(path));
  return { ...state, hashes };
}

/**
 * What is known of the input now, where it is what it was: a file that the file system says is the
 * same is not opened; one with another time or place is, and its bytes are compared.
 * @returns null where something changed or cannot be read
 */
export async function recognizeInput(
  now: InputState,
  before: InputRecord,
): Promise<InputRecord | null> {
  if (JSON.stringify(now.unreachable) !== JSON.stringify(before.unreachable)) return null;
  if (now.files.length !== before.files.length) return null;
  try {
    for (const [place, file] of now.files.entries()) {
      const known = before.files[place];
      if (known?.path !== file.path || known.bytes !== file.bytes) return null;
      if (isUntouched(file, known, before.seenAt)) continue;
      if ((await hashFile(file.path)) !== before.hashes[place]) return null;
    }
  } catch {
    return null;
  }
  return { ...now, hashes: before.hashes };
}

function isUntouched(file: InputFileState, known: InputFileState, seenAt: number): boolean {
  const isSame =
    file.modified === known.modified &&
    file.changed === known.changed &&
    file.inode === known.inode;
  // A time of the future is one of a clock that was set back.
  return isSame && Number(file.modified) / 1e6 < seenAt - CLOCK_STEP;
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 2 ** 20 }), hash);
  return hash.digest('hex');
}
