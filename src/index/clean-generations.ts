import { access, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { acquireIndexLock } from './index-lock.ts';
import {
  generationDirectory,
  generationsDirectory,
  isGenerationName,
  readPointer,
} from './snapshot/current-generation.ts';
import { MANIFEST } from './snapshot/manifest.ts';

/**
 * Removes every generation but those named: older ones, and what interrupted runs left. Only
 * folders that are named like a generation are touched. Holding the lock is the caller's duty.
 */
export async function cleanGenerations(
  directory: string,
  keep: readonly (string | null)[],
): Promise<void> {
  for (const name of await listGenerations(directory)) {
    if (keep.includes(name)) continue;
    await rm(generationDirectory(directory, name), { recursive: true, force: true });
  }
}

/**
 * Removes what killed runs left, where no indexer is at work: all but the current generation and
 * the latest whole one beside it, which may be the one before. Never throws.
 */
export async function removeAbandonedGenerations(directory: string): Promise<void> {
  try {
    const { generation } = await readPointer(directory);
    if ((await abandonedBeside(directory, generation)).length === 0) return;
    const lock = await acquireIndexLock(directory);
    try {
      const { generation: current } = await readPointer(directory);
      for (const name of await abandonedBeside(directory, current)) {
        await rm(generationDirectory(directory, name), { recursive: true, force: true });
      }
    } finally {
      await lock.release();
    }
  } catch {
    // A folder that cannot be written, or another indexer: the next run sees to it.
  }
}

async function abandonedBeside(directory: string, current: string): Promise<string[]> {
  const others = (await listGenerations(directory)).filter((name) => name !== current);
  const whole: string[] = [];
  for (const name of others) {
    const manifest = path.join(generationDirectory(directory, name), MANIFEST);
    if (
      await access(manifest).then(
        () => true,
        () => false,
      )
    )
      whole.push(name);
  }
  const latest = whole.sort().at(-1);
  return others.filter((name) => name !== latest);
}

async function listGenerations(directory: string): Promise<string[]> {
  return (await readdir(generationsDirectory(directory)).catch(() => [])).filter(isGenerationName);
}
