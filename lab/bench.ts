import { runBenchCommand } from './bench/bench-command.ts';
import { endOnSignals } from './end-on-signals.ts';

endOnSignals();

process.exitCode = await runBenchCommand(process.argv.slice(2), {
  print: (text) => process.stdout.write(text),
  writeError: (text) => process.stderr.write(text),
});
