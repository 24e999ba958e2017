import { composeIndexer, withLittleGarbage } from '../src/app/compose-indexer.ts';
import { readProcessConfig } from '../src/app/config.ts';
import { type IndexIo, runIndex } from './index-command.ts';
import { showProgress } from './index-progress.ts';

/** Pages that were not fetched which are told of one by one. */
const MAX_FAILURES = 20;

// A second signal ends the process at once, which leaves the previous index in use as well.
const interrupted = new AbortController();
process.once('SIGINT', () => interrupted.abort());
process.once('SIGTERM', () => interrupted.abort());

const io: IndexIo = {
  open: () => composeIndexer(readProcessConfig()),
  fetchSources: async (paths, tell) => {
    const { fetchSources, isFetched } = await import('../src/app/fetch-sources.ts');
    if (!paths.some(isFetched)) return paths;
    return await fetchSources(readProcessConfig(), paths, ({ address, pages, failed }) => {
      const counts = Object.entries(pages).map(([what, count]) => `${count} ${what}`);
      tell(`Fetched ${address}: ${counts.join(', ')}.`);
      for (const { url, reason } of failed.slice(0, MAX_FAILURES)) tell(`Not ${url}: ${reason}`);
      if (failed.length > MAX_FAILURES) tell(`Not ${failed.length - MAX_FAILURES} more.`);
    });
  },
  showProgress: () => showProgress(process.stderr),
  print: (text) => process.stdout.write(text),
  writeError: (text) => process.stderr.write(text),
  signal: interrupted.signal,
};

process.exitCode = await withLittleGarbage(() => runIndex(process.argv.slice(2), io));
