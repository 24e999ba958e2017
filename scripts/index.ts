import v8 from 'node:v8';
import { composeIndexer } from '../src/app/compose-indexer.ts';
import { readProcessConfig } from '../src/app/config.ts';
import { runIndex } from './index-command.ts';
import { showProgress } from './index-progress.ts';

// Left alone, V8 lets garbage grow to as much as what is in use before it collects it, in each thread.
v8.setFlagsFromString('--heap-growing-percent=25');

// A second signal ends the process at once, which leaves the previous index in use as well.
const interrupted = new AbortController();
process.once('SIGINT', () => interrupted.abort());
process.once('SIGTERM', () => interrupted.abort());

process.exitCode = await runIndex(process.argv.slice(2), {
  open: () => composeIndexer(readProcessConfig()),
  showProgress: () => showProgress(process.stderr),
  print: (text) => process.stdout.write(text),
  writeError: (text) => process.stderr.write(text),
  signal: interrupted.signal,
});
