import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { InputRecord } from '../../core/input-state.ts';
import { generationDirectory } from './current-generation.ts';

const INPUT = 'input.json';

const text = z.string();

const recordSchema = z.object({
  /** See `settingsFingerprint`. */
  settings: text,
  seenAt: z.number(),
  files: z.array(
    z.object({ path: text, bytes: z.number(), modified: text, changed: text, inode: text }),
  ),
  unreachable: z.array(text),
  hashes: z.array(text),
});

/** What a generation was made from, and with what. */
export interface StoredInput {
  readonly settings: string;
  readonly input: InputRecord;
}

/**
 * Keeps beside a generation what it was made from. It is no part of it: where it is lost, the
 * articles are read again. Never throws.
 */
export async function writeInputRecord(
  directory: string,
  generation: string,
  { settings, input }: StoredInput,
): Promise<void> {
  const file = path.join(generationDirectory(directory, generation), INPUT);
  const draft = `${file}.${randomUUID()}`;
  try {
    await writeFile(draft, JSON.stringify({ settings, ...input }), { flag: 'wx' });
    await rename(draft, file);
  } catch {
    await rm(draft, { force: true }).catch(() => {});
  }
}

/** What a generation was made from, or null where that is not known. Never throws. */
export async function readInputRecord(
  directory: string,
  generation: string,
): Promise<StoredInput | null> {
  try {
    const file = path.join(generationDirectory(directory, generation), INPUT);
    const { settings, ...input } = recordSchema.parse(JSON.parse(await readFile(file, 'utf8')));
    return input.hashes.length === input.files.length ? { settings, input } : null;
  } catch {
    return null;
  }
}
