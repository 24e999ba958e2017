import { composeEvaluation } from '../src/compose-evaluation.ts';
import { readProcessConfig } from '../src/config.ts';
import { runEvaluate } from './evaluate-command.ts';

process.exitCode = await runEvaluate(process.argv.slice(2), {
  open: async () => composeEvaluation(readProcessConfig()),
  print: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
});
