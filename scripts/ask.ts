import { composeApplication } from '../src/app/compose.ts';
import { readProcessConfig } from '../src/app/config.ts';
import { runAsk } from './ask-command.ts';

const interrupted = new AbortController();
process.once('SIGINT', () => interrupted.abort());

process.exitCode = await runAsk(process.argv.slice(2), {
  open: async () => composeApplication(readProcessConfig()),
  trace: async (question, today) => {
    const { traceQuestion } = await import('../src/app/trace-question.ts');
    return traceQuestion(readProcessConfig(), question, today);
  },
  print: (text) => process.stdout.write(text),
  writeError: (text) => process.stderr.write(text),
  isTerminal: process.stdout.isTTY ?? false,
  signal: interrupted.signal,
});
