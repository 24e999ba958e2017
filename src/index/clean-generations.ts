import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { generationsDirectory, isGenerationName } from './snapshot/current-generation.ts';

/**
 * Removes every generation but those named: older ones, and what interrupted runs left. Only
 * folders that are named like a generation are touched. Holding the lock is the caller's duty.
 */
export async function cleanGenerations(
  directory: string,
  keep: readonly (string | null)[],
): Promise<void> {
  const folder = generationsDirectory(directory);
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter(isGenerationName)) {
    if (!keep.includes(name)) await rm(path.join(folder, name), { recursive: true, force: true });
  }
}
