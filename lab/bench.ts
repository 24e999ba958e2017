import { runBenchCommand } from './bench/bench-command.ts';

/** What shells report for a program that Ctrl-C ended: 128 + SIGINT. */
const INTERRUPTED = 130;

process.once('SIGINT', () => process.exit(INTERRUPTED));

process.exitCode = await runBenchCommand(process.argv.slice(2), {
  print: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
});
