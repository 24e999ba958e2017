import type { Logger } from 'pino';
import type { Health } from '../core/application.ts';
import { asYinzhengError } from '../core/errors.ts';
import { listPaths } from '../core/indexed-paths.ts';
import { bringUpToDate, makeIndexAnew } from './bring-up-to-date.ts';
import { readOrigin } from './compose-indexer.ts';
import { composeLanguage, type LanguageResources } from './compose-models.ts';
import {
  composeServedApplication,
  composeServer,
  composeSyncing,
  composeUploads,
  requireFreePort,
} from './compose-server.ts';
import type { Config } from './config.ts';
import type { WorkerPool } from './pool/worker-pool.ts';
import { findStarterQuestions } from './starter-questions.ts';

/** Milliseconds in which the process is gone once it was told to stop. */
const STOP_WITHIN_MS = 3_500;

/** Milliseconds that a start waits for news while an older index could answer. */
const UPDATE_PATIENCE = 10_000;

interface ServerRun {
  readonly config: Config;
  /** Whether the index is served as it is. */
  readonly noIndex: boolean;
  readonly logger: Logger;
  readonly reportFailure: (error: unknown, what: string) => void;
  /** Whose first worker may have begun to start; null where answers are made in this thread. */
  readonly pool: WorkerPool | null;
}

/** Indexes what changed, serves, and says where: all of `npm start`, and of `npm run serve`. */
export async function runServer(run: ServerRun): Promise<void> {
  const { config, noIndex, logger, reportFailure, pool } = run;
  // Before the work of a start, which would be for nothing.
  await requireFreePort(config);
  let language: Promise<LanguageResources> | undefined;
  const loadLanguage = () => {
    language ??= composeLanguage(config);
    return language;
  };

  const io = { loadLanguage, say, patience: UPDATE_PATIENCE };
  const updating = noIndex
    ? Promise.resolve(null)
    : bringUpToDate(config, { ...io, fingerprints: pool?.fingerprints });
  const open = (pool: WorkerPool | null) =>
    composeServedApplication(config, { reportFailure, update: updating, pool, loadLanguage });
  const application = await open(pool).catch(async (thrown) => {
    const error = asYinzhengError(thrown);
    if (noIndex || error.code !== 'index-damaged') throw thrown;
    say(error.toText());
    await makeIndexAnew(config, io);
    return await open(null);
  });
  const update = await updating;
  const starterQuestions = findStarterQuestions(application, config, reportFailure);
  const uploads = await composeUploads(config, application, reportFailure);
  const server = await composeServer(config, application, logger, { starterQuestions, uploads });
  const syncing = noIndex ? null : composeSyncing(config, logger, reportFailure);
  const stop = async () => {
    // Whatever is still under way then ends with the process.
    setTimeout(() => process.exit(), STOP_WITHIN_MS).unref();
    starterQuestions.close();
    await Promise.all([update?.stop(), syncing?.stop(), uploads?.close(), server.close()]);
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
