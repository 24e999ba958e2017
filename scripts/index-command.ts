import type { Indexer } from '../src/core/indexer.ts';
import { reportFailure } from './command-line.ts';
import { INDEX_USAGE, type IndexArguments, parseIndexArguments } from './index-arguments.ts';
import { NO_PROGRESS, type ProgressDisplay } from './index-progress.ts';
import { describeResult, summarizeResult } from './index-summary.ts';

/** What the command touches, so that tests can hold it. */
export interface IndexIo {
  /** Makes the indexer; called only when there is something to index. */
  readonly open: () => Pick<Indexer, 'run'>;
  /** Puts folders of what was fetched in the place of addresses, and tells of each. */
  readonly fetchSources: (
    paths: readonly string[],
    tell: (line: string) => void,
  ) => Promise<readonly string[]>;
  /** Begins to show progress; called only when people read the output. */
  readonly showProgress: () => ProgressDisplay;
  /** Writes to standard output. */
  readonly print: (text: string) => void;
  /** Writes to standard error. */
  readonly writeError: (text: string) => void;
  /** Aborts when the user interrupts. */
  readonly signal: AbortSignal;
}

/** What shells report for a program that Ctrl-C ended: 128 + SIGINT. */
const INTERRUPTED = 130;

/** Runs `npm run index` and gives its exit code; `INDEX_USAGE` says what they mean. */
export async function runIndex(words: readonly string[], io: IndexIo): Promise<number> {
  const { print, writeError, signal } = io;
  const json = words.includes('--json');
  try {
    const given = parseIndexArguments(words);
    if (given.help) {
      print(INDEX_USAGE);
      return 0;
    }
    return await indexPaths(given, io);
  } catch (thrown) {
    if (signal.aborted) {
      writeError(
        'Interrupted. The previous index is in use as before; give the command again to go on.\n',
      );
      return INTERRUPTED;
    }
    return reportFailure(thrown, writeError, json ? print : undefined);
  }
}

async function indexPaths(
  { paths, json, help: _, ...flags }: IndexArguments,
  { open, fetchSources, showProgress, print, writeError, signal }: IndexIo,
): Promise<number> {
  const found = await fetchSources(paths, (line) => writeError(`${line}\n`));
  signal.throwIfAborted();
  const progress = json ? NO_PROGRESS : showProgress();
  try {
    const { update: onProgress } = progress;
    const result = await open().run(found, { ...flags, onProgress, signal });
    progress.stop();
    print(`${json ? JSON.stringify(summarizeResult(result)) : describeResult(result)}\n`);
    return result.report === null ? 1 : 0;
  } finally {
    progress.stop();
  }
}
