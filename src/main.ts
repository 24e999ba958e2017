import { destination, pino } from 'pino';
import { readProcessConfig } from './app/config.ts';
import { preparePool } from './app/pool/worker-pool.ts';
import { parseStartArguments, START_USAGE } from './app/start-arguments.ts';
import { asYinzhengError } from './core/errors.ts';

/** The first worker loads its dictionaries while this thread loads everything that serves. */
async function start(words: readonly string[]): Promise<void> {
  const { help, noIndex } = parseStartArguments(words);
  if (help) {
    process.stdout.write(START_USAGE);
    return;
  }
  const config = readProcessConfig();
  const logger = pino({ level: config.server.logLevel }, destination({ fd: 2, sync: true }));
  const reportFailure = (error: unknown, what: string) => logger.error(error, what);
  const pool = config.answering.workers > 0 ? await preparePool({ config, reportFailure }) : null;
  const { runServer } = await import('./app/run-server.ts');
  await runServer({ config, noIndex, logger, reportFailure, pool });
}

try {
  await start(process.argv.slice(2));
} catch (thrown) {
  const error = asYinzhengError(thrown);
  process.stderr.write(`${error.toText()}\n`);
  if (error.code === 'internal') process.stderr.write(`${String(thrown)}\n`);
  process.exit(error.exitCode);
}
