import type { AnswerNotice } from '../../core/answer.ts';
import type { AnswerEvent } from '../../core/answer-event.ts';
import type { Application } from '../../core/application.ts';
import type { Language } from '../../core/article.ts';
import { asYinzhengError, YinzhengError } from '../../core/errors.ts';
import {
  loadSharedGeneration,
  openSharedCatalog,
  type SharedCatalog,
  type SharedGeneration,
} from '../../index/shared-generation.ts';
import { readPointer } from '../../index/snapshot/current-generation.ts';
import { watchGeneration } from '../../index/watch-generation.ts';
import { requireConversation, requireSearch } from '../application.ts';
import { createCatalogReads } from '../catalog.ts';
import { composeChatModels } from '../compose-models.ts';
import type { Config } from '../config.ts';
import { RESTARTED } from './job.ts';
import type { WorkerCall, WorkerUseCase } from './messages.ts';
import { preparePool, type WorkerPool } from './worker-pool.ts';

export interface PooledParts {
  /** Told of what goes wrong beside requests. */
  readonly reportFailure: (error: unknown, what: string) => void;
  /** May still bring the index up to date: what there is afterwards is served. */
  readonly update?: Promise<unknown> | undefined;
  /** Prepared before; absent means one of its own. */
  readonly pool?: WorkerPool | null | undefined;
}

/**
 * An application whose work is done by worker threads: this thread reads lists and passes events
 * on. It takes up new generations of the index while it runs.
 *
 * @throws {YinzhengError} `index-damaged`, `index-format`, `index-embedder`
 */
export async function createPooledApplication(
  config: Config,
  { reportFailure, update = Promise.resolve(), pool: prepared }: PooledParts,
): Promise<Application> {
  const pool = prepared ?? (await preparePool({ config, reportFailure }));
  // An update that makes the first index needs the memory of a worker for itself.
  if (pool.fingerprints === null) await update;
  const loading = loadAfter(update, config.dataPath);
  const opening = loading.then((generation) => generation && openSharedCatalog(generation));
  // Told by the pool, which waits for the same.
  opening.catch(() => {});
  await pool.start(loading);
  let catalog: SharedCatalog | null = await opening;

  const watch = watchGeneration({
    directory: config.dataPath,
    generation: catalog?.description.generation ?? null,
    open: async () => {
      const next = await loadSharedGeneration(config.dataPath);
      await pool.open(next);
      return await openSharedCatalog(next);
    },
    generationOf: ({ description }) => description.generation,
    onOpened: (opened) => {
      catalog = opened;
    },
    onFailed: (error) => reportFailure(error, 'a new index could not be opened'),
  });

  function current(): SharedCatalog {
    if (catalog !== null) return catalog;
    throw new YinzhengError('index-missing', 'The data folder holds no index.');
  }

  /** The one result of a use case. */
  async function resultOf<Name extends WorkerUseCase>(
    useCase: Name,
    parameters: Parameters<Application[Name]>,
    signal?: AbortSignal,
  ): Promise<Awaited<ReturnType<Application[Name]>>> {
    const call = { useCase, parameters } as WorkerCall;
    for await (const value of pool.run(call, signal)) {
      if (value !== RESTARTED) return value as Awaited<ReturnType<Application[Name]>>;
    }
    throw new Error(`The use case ${useCase} ended without a result.`);
  }

  const chatModels = composeChatModels(config, reportFailure);
  const catalogReads = createCatalogReads(current, chatModels.names);
  return {
    ...catalogReads,

    answer(request) {
      const { signal, ...asked } = request;
      const messages = requireConversation(request, config.conversation);
      chatModels.requireOffered(request.model);
      current();
      const call: WorkerCall = { useCase: 'answer', parameters: [{ ...asked, messages }] };
      return answerEvents(pool.run(call, signal));
    },

    summarize({ signal, ...asked }) {
      current();
      const call: WorkerCall = { useCase: 'summarize', parameters: [asked] };
      return answerEvents(pool.run(call, signal));
    },

    async search(request) {
      const { signal, ...asked } = request;
      requireSearch(request, config.conversation);
      current();
      return await resultOf('search', [asked], signal);
    },

    timeline: async ({ signal, ...asked }) => {
      current();
      return await resultOf('timeline', [asked], signal);
    },

    async articleDates(id, signal) {
      catalogReads.getArticle(id);
      return await resultOf('articleDates', [id], signal);
    },

    async eventChanges(id, since, language, signal) {
      current();
      return await resultOf('eventChanges', [id, since, language], signal);
    },

    async comparePresses(id, left, right, language, signal) {
      current();
      return await resultOf('comparePresses', [id, left, right, language], signal);
    },

    embed: (texts, signal) => resultOf('embed', [texts], signal),

    lookUpWord: (word, signal) => resultOf('lookUpWord', [word], signal),

    textAid: (request) => resultOf('textAid', [request]),

    async readingAid(request) {
      catalogReads.getArticle(request.articleId);
      return await resultOf('readingAid', [request]);
    },

    async askableQuestions(language) {
      current();
      return await resultOf('askableQuestions', [language]);
    },

    async ready() {
      current();
      return pool.readiness;
    },

    async close() {
      watch.close();
      chatModels.close();
      await pool.close();
    },
  };
}

/**
 * The generation that is current when an update has ended, or null where there is none. Most updates
 * change nothing, so the one of before is read meanwhile.
 */
async function loadAfter(
  update: Promise<unknown>,
  directory: string,
): Promise<SharedGeneration | null> {
  const before = loadSharedGeneration(directory).catch(() => null);
  await update;
  try {
    const { generation } = await readPointer(directory);
    const loaded = await before;
    if (loaded?.manifest.description.generation === generation) return loaded;
    return await loadSharedGeneration(directory);
  } catch (error) {
    if (asYinzhengError(error).code !== 'index-missing') throw error;
    return null;
  }
}

const RESTARTED_NOTICE: Readonly<Record<Language, AnswerNotice>> = {
  zh: { code: 'answer-restarted', text: '回答中途遇到故障，以下重新作答。' },
  en: { code: 'answer-restarted', text: 'The answer was interrupted; it begins anew here.' },
};

/** The events of one answer, where need be over two workers: what was said before is then void. */
async function* answerEvents(values: AsyncIterable<unknown>): AsyncGenerator<AnswerEvent> {
  let id: string | null = null;
  let language: Language = 'en';
  let isAgain = false;
  for await (const value of values) {
    if (value === RESTARTED) {
      isAgain = true;
      yield { type: 'notice', notice: RESTARTED_NOTICE[language], replace: true };
      continue;
    }
    const event = value as AnswerEvent;
    if (event.type === 'meta') {
      if (isAgain) continue;
      ({ id, language } = event);
    }
    if (event.type === 'sources' && isAgain) continue;
    if (event.type === 'done' && isAgain) {
      yield { ...event, answer: { ...event.answer, id: id ?? event.answer.id } };
    } else yield event;
  }
}
