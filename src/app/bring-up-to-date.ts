import { asYinzhengError } from '../core/errors.ts';
import type { Indexer, IndexerResult } from '../core/indexer.ts';
import { Thread } from '../index/threads/thread.ts';
import { composeIndexer, type IndexerSettings, withLittleGarbage } from './compose-indexer.ts';
import type { LanguageResources } from './compose-models.ts';
import type { Config } from './config.ts';
import type { UpdateRequest } from './update-thread.ts';

/** What of a run is worth saying at a start. */
export interface UpdateSummary {
  /** Null where no article was usable. */
  readonly status: 'indexed' | 'unchanged' | 'dry-run' | null;
  readonly articles: number;
  readonly skipped: number;
  /** Milliseconds. */
  readonly duration: number;
}

export interface UpdateSurroundings {
  readonly loadLanguage: () => Promise<LanguageResources>;
  /** By what articles are read, where somebody knows. */
  readonly fingerprints?: IndexerSettings['fingerprints'];
  readonly say: (line: string) => void;
  /** Milliseconds that a start waits for an index while an older one could answer. */
  readonly patience: number;
}

export interface Update {
  /** Ends an update that still runs; the index stays as it is. */
  stop(): Promise<void>;
}

const NOTHING_RUNS: Update = { stop: async () => {} };

/**
 * Indexes what changed before a server starts. Where an index could answer already, this is done in
 * a thread and waited for only so long; what keeps it from happening is told, never thrown.
 */
export async function bringUpToDate(
  config: Config,
  { loadLanguage, fingerprints, say, patience }: UpdateSurroundings,
): Promise<Update> {
  try {
    const indexer = composeIndexer(config, { loadLanguage, fingerprints });
    const state = await indexer.state();
    if (state === 'outdated') return await updateBeside(config, say, patience);
    if (state === 'unusable') tell(await makeIndex(indexer), say);
  } catch (error) {
    tellFailure(error, say);
  }
  return NOTHING_RUNS;
}

/** Makes an index that cannot be read anew, of the articles it was made from. Never throws. */
export async function makeIndexAnew(
  config: Config,
  { loadLanguage, say }: Pick<UpdateSurroundings, 'loadLanguage' | 'say'>,
): Promise<void> {
  try {
    tell(await makeIndex(composeIndexer(config, { loadLanguage })), say);
  } catch (error) {
    tellFailure(error, say);
  }
}

/** Indexes in this thread: nobody asks yet. */
async function makeIndex(indexer: Indexer): Promise<UpdateSummary> {
  return summarizeUpdate(await withLittleGarbage(() => indexer.run([])));
}

export function summarizeUpdate({ ingest, report }: IndexerResult): UpdateSummary {
  return {
    status: report?.status ?? null,
    articles: ingest.articles.length,
    skipped: ingest.skipped.length,
    duration: report?.duration ?? 0,
  };
}

async function updateBeside(
  config: Config,
  say: (line: string) => void,
  patience: number,
): Promise<Update> {
  const thread = new Thread<UpdateRequest, UpdateSummary>(
    new URL('./update-thread.ts', import.meta.url),
  );
  let stopped = false;
  const done = thread
    .request({ config, paths: [], add: false })
    .then(
      (summary) => tell(summary, say),
      (error) => {
        if (!stopped) tellFailure(error, say);
      },
    )
    .finally(() => thread.stop());
  const timeout = new AbortController();
  const isLate = await Promise.race([
    done.then(() => false),
    new Promise<boolean>((resolve) => {
      const timer = setTimeout(resolve, patience, true);
      timeout.signal.addEventListener('abort', () => clearTimeout(timer));
    }),
  ]);
  timeout.abort();
  if (isLate) {
    say(
      'The articles or the program changed; the index of before answers until that is looked into.',
    );
  }
  return {
    async stop() {
      stopped = true;
      await thread.stop();
    },
  };
}

function tell({ status, articles, skipped, duration }: UpdateSummary, say: (line: string) => void) {
  if (status === null) say('No usable article was found; npm run index says why.');
  if (status === 'indexed')
    say(`Indexed ${articles} articles in ${(duration / 1000).toFixed(1)} s.`);
  if (status !== null && skipped > 0) {
    say(`${skipped} files or articles were left out; npm run index says why.`);
  }
}

function tellFailure(thrown: unknown, say: (line: string) => void): void {
  const error = asYinzhengError(thrown);
  say(error.toText());
  if (error.code === 'internal') say(String(thrown));
  say('The index was not brought up to date; what there is of it is served as it is.');
}
