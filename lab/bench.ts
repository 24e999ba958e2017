import { runBenchCommand } from './bench/bench-command.ts';

/** What shells report for a program that Ctrl-C ended: 128 + SIGINT. */
const INTERRUPTED = 130;

/** The same of one that was told to end: 128 + SIGTERM. */
const TERMINATED = 143;

process.once('SIGINT', () => process.exit(INTERRUPTED));
process.once('SIGTERM', () => process.exit(TERMINATED));

process.exitCode = await runBenchCommand(process.argv.slice(2), {
  print: (text) => process.stdout.write(text),
  writeError: (text) => process.stderr.write(text),
});
