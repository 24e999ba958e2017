import { destination, pino } from 'pino';
import { composeApplication } from './app/compose.ts';
import { composeIndexer } from './app/compose-indexer.ts';
import { composeLanguage } from './app/compose-models.ts';
import { composeServer } from './app/compose-server.ts';
import { type Config, readProcessConfig } from './app/config.ts';
import { asYinzhengError, YinzhengError } from './core/errors.ts';

/** Reads, indexes what changed, serves, and says where: all of `npm start`. */
async function start(): Promise<void> {
  const config = readProcessConfig();
  const logger = pino({ level: config.server.logLevel }, destination({ fd: 2, sync: true }));
  let language: ReturnType<typeof composeLanguage> | undefined;
  const loadLanguage = () => {
    language ??= composeLanguage(config);
    return language;
  };

  await bringIndexUpToDate(config, loadLanguage);
  const application = await composeApplication(config, {
    loadLanguage,
    reportFailure: (error) => logger.error(error, 'a new index could not be opened'),
  });
  const server = await composeServer(config, application, logger);
  const { index } = application.health();
  say(
    index === null
      ? 'There is no index yet: put articles into the folder and run: npm run index'
      : `${index.articles} articles, ${index.chunks} chunks.`,
  );
  say(`Yinzheng answers at ${server.url}`);

  const stop = async () => {
    await server.close();
    await application.close();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

/**
 * Indexes what is new. What keeps that from happening is told and does not keep the server from
 * answering out of the index there is.
 */
async function bringIndexUpToDate(
  config: Config,
  loadLanguage: () => ReturnType<typeof composeLanguage>,
): Promise<void> {
  try {
    const { report, ingest } = await composeIndexer(config, loadLanguage).run([]);
    if (report === null) throw nothingToIndex(config.articlesPath);
    if (report.status === 'indexed') {
      say(`Indexed ${report.articles} articles in ${(report.duration / 1000).toFixed(1)} s.`);
    }
    if (ingest.skipped.length > 0) {
      say(`${ingest.skipped.length} files or articles were left out; npm run index says why.`);
    }
  } catch (thrown) {
    const error = asYinzhengError(thrown);
    if (error.code === 'internal') throw thrown;
    say(error.toText());
  }
}

function nothingToIndex(articlesPath: string): YinzhengError {
  return new YinzhengError('nothing-to-index', `Articles were expected in ${articlesPath}.`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

try {
  await start();
} catch (thrown) {
  const error = asYinzhengError(thrown);
  process.stderr.write(`${error.toText()}\n`);
  if (error.code === 'internal') process.stderr.write(`${String(thrown)}\n`);
  process.exit(error.exitCode);
}
