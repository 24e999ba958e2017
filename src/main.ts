import { destination, pino } from 'pino';
import { bringUpToDate, makeIndexAnew } from './app/bring-up-to-date.ts';
import { readOrigin } from './app/compose-indexer.ts';
import { composeLanguage, type LanguageResources } from './app/compose-models.ts';
import {
  composeServedApplication,
  composeServer,
  composeUploads,
  requireFreePort,
} from './app/compose-server.ts';
import { type Config, readProcessConfig } from './app/config.ts';
import { parseStartArguments, START_USAGE } from './app/start-arguments.ts';
import { findStarterQuestions } from './app/starter-questions.ts';
import type { Health } from './core/application.ts';
import { asYinzhengError } from './core/errors.ts';
import { listPaths } from './core/indexed-paths.ts';

/** Milliseconds in which the process is gone once it was told to stop. */
const STOP_WITHIN_MS = 3_500;

/** Milliseconds that a start waits for news while an older index could answer. */
const UPDATE_PATIENCE = 10_000;

/** Indexes what changed, serves, and says where: all of `npm start`, and of `npm run serve`. */
async function start(words: readonly string[]): Promise<void> {
  const { help, noIndex } = parseStartArguments(words);
  if (help) {
    say(START_USAGE.trimEnd());
    return;
  }
  const config = readProcessConfig();
  // Before the work of a start, which would be for nothing.
  await requireFreePort(config);
  const logger = pino({ level: config.server.logLevel }, destination({ fd: 2, sync: true }));
  let language: Promise<LanguageResources> | undefined;
  const loadLanguage = () => {
    language ??= composeLanguage(config);
    return language;
  };

  const io = { loadLanguage, say, patience: UPDATE_PATIENCE };
  const updating = noIndex ? Promise.resolve(null) : bringUpToDate(config, io);
  const open = () =>
    composeServedApplication(config, (error, what) => logger.error(error, what), updating);
  const application = await open().catch(async (thrown) => {
    const error = asYinzhengError(thrown);
    if (noIndex || error.code !== 'index-damaged') throw thrown;
    say(error.toText());
    await makeIndexAnew(config, io);
    return await open();
  });
  const update = await updating;
  const reportFailure = (error: unknown, what: string) => logger.error(error, what);
  const starterQuestions = findStarterQuestions(application, config, reportFailure);
  const uploads = await composeUploads(config, application, reportFailure);
  const server = await composeServer(config, application, logger, { starterQuestions, uploads });
  const stop = async () => {
    // Whatever is still under way then ends with the process.
    setTimeout(() => process.exit(), STOP_WITHIN_MS).unref();
    starterQuestions.close();
    await Promise.all([update?.stop(), uploads?.close(), server.close()]);
    await application.close();
    // Work of requests that nobody waits for any more would keep the process.
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      // A second one does not wait.
      process.once(signal, () => process.exit(1));
      stop();
    });
  }
  await sayWhatIsServed(config, application.health());
  say(`Yinzheng answers at ${server.url}`);
}

async function sayWhatIsServed(config: Config, { index, vectorSearch }: Health): Promise<void> {
  if (index === null) {
    say('There is no index yet: npm run index -- FOLDER makes one of your articles.');
    return;
  }
  const origin = await readOrigin(config);
  const from = Array.isArray(origin) ? `, from ${listPaths(origin)}` : '';
  say(`${index.articles} articles, ${index.chunks} chunks${from}.`);
  say('To serve other articles: npm run index -- FOLDER --replace (or --add)');
  if (vectorSearch?.advice) say(vectorSearch.advice);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

try {
  await start(process.argv.slice(2));
} catch (thrown) {
  const error = asYinzhengError(thrown);
  process.stderr.write(`${error.toText()}\n`);
  if (error.code === 'internal') process.stderr.write(`${String(thrown)}\n`);
  process.exit(error.exitCode);
}
