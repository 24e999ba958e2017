import { readProcessConfig } from '../src/app/config.ts';
import { composeEvaluation } from './evaluate/compose-evaluation.ts';
import { runEvaluate } from './evaluate/evaluate-command.ts';

process.exitCode = await runEvaluate(process.argv.slice(2), {
  open: async () => composeEvaluation(readProcessConfig()),
  print: (text) => process.stdout.write(text),
  writeError: (text) => process.stderr.write(text),
});
