import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { YinzhengError } from '../core/errors.ts';
import type { IndexedPath } from '../core/indexed-paths.ts';
import {
  generationDirectory,
  generationsDirectory,
  isGenerationName,
  readPointer,
} from './snapshot/current-generation.ts';
import { MANIFEST } from './snapshot/manifest.ts';

/** What every format of the manifest since the fifth has: also one that is newer than this code. */
const origin = z.object({
  paths: z.array(z.object({ given: z.string(), absolute: z.string() })).min(1),
});

/**
 * What the index of a data folder was made from; null where there is no index, `unknown` where there
 * is one that does not say. Also a damaged one says, and one of another format.
 */
export async function readIndexedPaths(
  directory: string,
): Promise<readonly IndexedPath[] | 'unknown' | null> {
  const names = await readdir(generationsDirectory(directory)).catch(() => []);
  const newestFirst = names.filter(isGenerationName).sort().reverse();
  let current: string | null = null;
  let exists = true;
  try {
    current = (await readPointer(directory)).generation;
  } catch (error) {
    exists = !(error instanceof YinzhengError && error.code === 'index-missing');
  }
  for (const generation of current === null ? newestFirst : [current, ...newestFirst]) {
    const file = path.join(generationDirectory(directory, generation), MANIFEST);
    const text = await readFile(file, 'utf8').catch(() => null);
    if (text === null) continue;
    // Killed runs leave folders without a manifest; one that has it is an index of somebody's.
    exists = true;
    const { data } = origin.safeParse(parseOrNull(text));
    if (data !== undefined) return data.paths;
  }
  return exists ? 'unknown' : null;
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
