import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { YinzhengError } from '../core/errors.ts';
import {
  DEFAULT_FETCH_LIMITS,
  type FetchReport,
  fetchSource,
} from '../ingest/fetch/fetch-source.ts';
import { SourceArchive } from '../ingest/fetch/source-archive.ts';
import type { Config } from './config.ts';

const ADDRESS = /^https?:\/\//iu;
const LIST = /(?:^|[/\\])sources\.ya?ml$/iu;
const listSchema = z.object({ sources: z.array(z.string().regex(ADDRESS)).min(1) });

/** Whether a path on the command line has to be fetched before it can be indexed. */
export function isFetched(given: string): boolean {
  return ADDRESS.test(given) || LIST.test(given);
}

/**
 * Fetches what is given by address, and what a list of addresses (`sources.yaml`) names, into the
 * data folder.
 * @returns the paths to index: folders of what was fetched in the place of addresses
 * @throws {YinzhengError} `usage` for a list that cannot be read
 */
export async function fetchSources(
  { dataPath, fetching }: Pick<Config, 'dataPath' | 'fetching'>,
  given: readonly string[],
  report: (report: FetchReport) => void,
): Promise<string[]> {
  const limits = limitsOf(fetching);
  const paths: string[] = [];
  for (const one of given) {
    if (!isFetched(one)) {
      paths.push(one);
      continue;
    }
    for (const address of LIST.test(one) ? await readList(one) : [one]) {
      const fetched = await fetchSource(address, archivesFolder(dataPath), limits);
      report(fetched);
      paths.push(fetched.folder);
    }
  }
  return paths;
}

/** Fetches again what was fetched before, one source after the other. */
export async function fetchSourcesAgain(
  { dataPath, fetching }: Pick<Config, 'dataPath' | 'fetching'>,
  report: (report: FetchReport) => void,
): Promise<void> {
  const folder = archivesFolder(dataPath);
  for (const address of await SourceArchive.addresses(folder)) {
    report(await fetchSource(address, folder, limitsOf(fetching)));
  }
}

const archivesFolder = (dataPath: string) => path.join(dataPath, 'sources');

function limitsOf({ maxPages, delayMs, isPrivateAllowed }: Config['fetching']) {
  return {
    ...DEFAULT_FETCH_LIMITS,
    maxPages,
    delayMs,
    ...(isPrivateAllowed && { isAllowedAddress: () => true }),
  };
}

async function readList(file: string): Promise<string[]> {
  try {
    return listSchema.parse(parse(await readFile(file, 'utf8'), { schema: 'core' })).sources;
  } catch (cause) {
    const reason = 'Expected a list of http and https addresses under "sources".';
    throw new YinzhengError('usage', `${file} could not be read. ${reason}`, { cause });
  }
}
