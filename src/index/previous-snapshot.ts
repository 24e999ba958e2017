import path from 'node:path';
import type { Article } from '../core/article.ts';
import { YinzhengError } from '../core/errors.ts';
import type { EventDetection } from '../core/event-detection.ts';
import { decodeArticles } from './snapshot/article-file.ts';
import { generationDirectory, readManifest, readPointer } from './snapshot/current-generation.ts';
import type { FileRecord } from './snapshot/durable-file.ts';
import { decodeEvents, decodeProfiles } from './snapshot/event-file.ts';
import { FILES, type Manifest } from './snapshot/manifest.ts';
import { decodeVectors, keyedVectors } from './snapshot/vector-file.ts';
import { readVerified } from './snapshot/verified-file.ts';

/** What a data folder holds before a run. */
export interface PreviousSnapshot {
  /** Null where there is none that could be read. */
  readonly manifest: Manifest | null;
  /** What is wrong with it, or null where it is whole or there never was one. */
  readonly problem: string | null;
}

/**
 * Never throws for what it finds: a snapshot that cannot be read is one to replace.
 * @param seen what was found before: where it is still the current one, its files are not read again
 */
export async function readPreviousSnapshot(
  directory: string,
  seen?: PreviousSnapshot,
): Promise<PreviousSnapshot> {
  try {
    const pointer = await readPointer(directory);
    if (seen?.manifest?.description.generation === pointer.generation) return seen;
    const manifest = await readManifest(directory, pointer);
    return { manifest, problem: await findDamage(directory, manifest) };
  } catch (error) {
    if (!(error instanceof YinzhengError)) throw error;
    return { manifest: null, problem: error.code === 'index-missing' ? null : error.message };
  }
}

/** The events of a snapshot, with the profiles that a detector can use; none where damaged. */
export async function readPreviousEvents(
  directory: string,
  { manifest }: PreviousSnapshot,
  detector: string,
): Promise<EventDetection> {
  const nothing: EventDetection = { events: [], stories: [], profiles: [] };
  const events = manifest?.files[FILES.events];
  const profiles = manifest?.files[FILES.eventProfiles];
  if (manifest === null || events === undefined || profiles === undefined) return nothing;
  const folder = generationDirectory(directory, manifest.description.generation);
  const read = (name: string, record: FileRecord) => readVerified(path.join(folder, name), record);
  try {
    return {
      ...decodeEvents(await read(FILES.events, events)),
      profiles: decodeProfiles(await read(FILES.eventProfiles, profiles), detector),
    };
  } catch (error) {
    if (!(error instanceof YinzhengError)) throw error;
    return nothing;
  }
}

/** The articles of the snapshot that a data folder holds; none where it holds none that is whole. */
export async function readPreviousArticles(directory: string): Promise<readonly Article[]> {
  try {
    const { description, files } = await readManifest(directory, await readPointer(directory));
    const record = files[FILES.articles];
    if (record === undefined) return [];
    const folder = generationDirectory(directory, description.generation);
    return decodeArticles(await readVerified(path.join(folder, FILES.articles), record));
  } catch (error) {
    if (!(error instanceof YinzhengError)) throw error;
    return [];
  }
}

/** The vectors of a snapshot by their keys; none where the file is damaged. */
export async function readPreviousVectors(
  directory: string,
  manifest: Manifest,
): Promise<ReadonlyMap<string, Float32Array>> {
  const record = manifest.files[FILES.vectors];
  if (record === undefined) return new Map();
  const folder = generationDirectory(directory, manifest.description.generation);
  try {
    return new Map(
      keyedVectors(decodeVectors(await readVerified(path.join(folder, FILES.vectors), record))),
    );
  } catch (error) {
    if (!(error instanceof YinzhengError)) throw error;
    return new Map();
  }
}

/** What is wrong with the files of a snapshot, or null when every checksum holds. */
async function findDamage(directory: string, manifest: Manifest): Promise<string | null> {
  const folder = generationDirectory(directory, manifest.description.generation);
  try {
    for (const [name, record] of Object.entries(manifest.files)) {
      await readVerified(path.join(folder, name), record);
    }
    return null;
  } catch (error) {
    if (!(error instanceof YinzhengError)) throw error;
    return error.message;
  }
}
