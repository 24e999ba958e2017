import { composeApplication } from '../src/app/compose.ts';
import { readProcessConfig } from '../src/app/config.ts';
import { runSummarize } from './summarize-command.ts';

const interrupted = new AbortController();
process.once('SIGINT', () => interrupted.abort());

process.exitCode = await runSummarize(process.argv.slice(2), {
  open: async () => composeApplication(readProcessConfig()),
  print: (text) => process.stdout.write(text),
  writeError: (text) => process.stderr.write(text),
  signal: interrupted.signal,
});
