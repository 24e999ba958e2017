import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { YinzhengError } from '../core/errors.ts';
import {
  allowedHosts,
  allowedOrigins,
  apiKeys,
  environmentSchema,
  listed,
  requireServer,
  uploadLimits,
} from './settings.ts';

/** The settings of one run, checked and frozen. Paths are absolute. */
export interface Config {
  readonly server: {
    readonly host: string;
    /** 0 lets the system choose. */
    readonly port: number;
    /** Names the server answers under, lower case, without port; null means any. */
    readonly allowedHosts: readonly string[] | null;
    /** Address under which the page is reached, without a path; null: as asked. */
    readonly publicUrl: string | null;
    /** Keys that clients must send one of; empty where none is asked for. */
    readonly apiKeys: readonly string[];
    /** Origins whose pages may use the API; `*` is any. */
    readonly allowedOrigins: readonly string[];
    /** Requests a minute that one client may make; 0 is any number. */
    readonly rateLimit: number;
    /** Proxies in front whose word about the client is taken. */
    readonly trustedProxies: number;
    readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
    readonly bodyLimitBytes: number;
    /** Requests being answered at once; further ones wait for their turn. */
    readonly chatConcurrency: number;
  };
  /** News that readers bring in the page; null where none is taken. */
  readonly uploads: {
    readonly maxFileBytes: number;
    readonly maxTotalBytes: number;
    readonly maxFiles: number;
  } | null;
  readonly conversation: {
    /** Longest question, in UTF-16 code units. */
    readonly questionLimit: number;
    /** All turns that are read, together, in UTF-16 code units. */
    readonly conversationLimit: number;
    /** Turns that are read, the question included. */
    readonly turnLimit: number;
  };
  /** What answering may cost. */
  readonly answering: {
    /** Worker threads; 0 answers on the thread that listens. */
    readonly workers: number;
    /** Requests that a worker has in hand at once: more than one only where it waits for servers. */
    readonly slotsPerWorker: number;
    /** Requests that may wait for a worker, and milliseconds that each may. */
    readonly queueLength: number;
    readonly queueTimeoutMs: number;
    /** Milliseconds of processor time, and altogether, that a request may take. */
    readonly processorMs: number;
    readonly timeoutMs: number;
    /** Megabytes of heap of each worker. */
    readonly workerMemoryMb: number;
    /** Megabytes of the whole process beyond which requests are refused. */
    readonly memoryLimitMb: number;
  };
  readonly articlesPath: string;
  /** The setting as it was written, or null where nobody chose one and the seeds are meant. */
  readonly articlesSetting: string | null;
  /** What relative paths of settings are relative to: the folder of the project. */
  readonly projectPath: string;
  readonly dataPath: string;
  /** A file that questions are kept in, or null. */
  readonly questionLog: string | null;
  /** Milliseconds between two looks at folders and sources while serving; null where nobody looks. */
  readonly syncEveryMs: number | null;
  /** A jieba dictionary of the user's own words, or null. */
  readonly dictionaryPath: string | null;
  /** How sources by address are fetched. */
  readonly fetching: {
    /** Pages of a feed or a sitemap in one run. */
    readonly maxPages: number;
    /** Milliseconds between two requests to one host. */
    readonly delayMs: number;
    /** Whether addresses of private networks may be asked. */
    readonly isPrivateAllowed: boolean;
  };
  readonly chunks: {
    readonly size: number;
    readonly overlap: number;
  };
  /** A model that writes answers, or null for extractive answers. */
  readonly chatModel: {
    readonly name: string;
    /** Further models that a reader may choose, or `server` for those that the server lists. */
    readonly choices: readonly string[] | 'server';
    readonly apiKey: string;
    readonly baseUrl: string | null;
    readonly contextTokens: number;
    readonly answerTokens: number;
    readonly timeoutMs: number;
    readonly idleTimeoutMs: number;
    /** Milliseconds for a whole answer of the model. */
    readonly totalTimeoutMs: number;
    readonly retries: number;
    readonly unsupportedSentences: 'mark' | 'drop';
    /** The model that reads answers once more, or null where the rules alone decide. */
    readonly verifier: string | null;
  } | null;
  /** An embedding model on an OpenAI-compatible server, or null for the built-in embedder. */
  readonly embeddingModel: {
    readonly name: string;
    readonly apiKey: string;
    readonly baseUrl: string | null;
    readonly dimensions: number | null;
    readonly batchSize: number;
    readonly concurrency: number;
    readonly timeoutMs: number;
    readonly retries: number;
  } | null;
}

/** The model asked for when there is a key and no CHAT_MODEL. */
const DEFAULT_CHAT_MODEL = 'gpt-4o-mini';

/** What is indexed where there is no index and nobody said what of, relative to the project. */
export const SEEDS = 'seeds';

/** The folder of a data folder that brought articles are indexed from. */
export function uploadsFolder({ dataPath }: Pick<Config, 'dataPath'>): string {
  return path.join(dataPath, 'articles');
}

/** Local servers want no key, but the SDK insists on one. */
const KEYLESS = 'none';

/**
 * Reads the settings. The only reader of the environment.
 * @param environment usually `process.env`
 * @param directory what relative paths are relative to
 * @param seeds what is indexed where nobody says what
 * @throws {YinzhengError} `invalid-configuration`, naming every setting that is wrong
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
  directory: string,
  seeds = SEEDS,
): Config {
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success) {
    const [first] = parsed.error.issues;
    const problems = parsed.error.issues.map((issue) => {
      const name = issue.path.join('.');
      return `${name} is "${environment[name] ?? ''}": ${issue.message}.`;
    });
    throw new YinzhengError('invalid-configuration', problems.join(' '), {
      field: String(first?.path[0] ?? ''),
    });
  }
  const settings = parsed.data;
  const server = settings.OPENAI_BASE_URL ?? null;
  const apiKey = settings.OPENAI_API_KEY ?? KEYLESS;
  const embeddingServer = settings.EMBEDDING_BASE_URL ?? server;
  // A key is sent to the server it was given for, and to no other.
  const embeddingKey =
    settings.EMBEDDING_API_KEY ?? (settings.EMBEDDING_BASE_URL === undefined ? apiKey : KEYLESS);
  const hasEmbeddingServer =
    settings.EMBEDDING_API_KEY !== undefined || settings.EMBEDDING_BASE_URL !== undefined;
  const publicUrl = settings.PUBLIC_URL?.replace(/\/+$/u, '') ?? null;
  const hasServer = settings.OPENAI_API_KEY !== undefined || server !== null;
  const chatModelName =
    settings.CHAT_MODEL ??
    (settings.OPENAI_API_KEY !== undefined && server === null ? DEFAULT_CHAT_MODEL : undefined);
  requireServer('CHAT_MODEL', settings.CHAT_MODEL, hasServer);
  if (settings.CHAT_MODELS !== undefined && chatModelName === undefined) {
    throw new YinzhengError(
      'invalid-configuration',
      'CHAT_MODELS is set, so CHAT_MODEL was expected too: the one that is used where nobody chooses.',
      { field: 'CHAT_MODEL' },
    );
  }
  requireServer('EMBEDDING_MODEL', settings.EMBEDDING_MODEL, hasServer || hasEmbeddingServer);
  if (hasEmbeddingServer && settings.EMBEDDING_MODEL === undefined) {
    throw new YinzhengError(
      'invalid-configuration',
      'EMBEDDING_BASE_URL or EMBEDDING_API_KEY is set, so EMBEDDING_MODEL was expected too; it is not set.',
      { field: 'EMBEDDING_MODEL' },
    );
  }
  if (server !== null && chatModelName === undefined && settings.EMBEDDING_MODEL === undefined) {
    throw new YinzhengError(
      'invalid-configuration',
      'OPENAI_BASE_URL is set, so CHAT_MODEL or EMBEDDING_MODEL was expected too; neither is set.',
      { field: 'CHAT_MODEL' },
    );
  }
  return deepFreeze<Config>({
    server: {
      host: settings.HOST,
      port: settings.PORT,
      allowedHosts: allowedHosts(settings.ALLOWED_HOSTS, settings.HOST, publicUrl),
      publicUrl,
      apiKeys: apiKeys(settings.API_KEYS),
      allowedOrigins: allowedOrigins(settings.ALLOWED_ORIGINS),
      rateLimit: settings.RATE_LIMIT,
      trustedProxies: settings.TRUSTED_PROXIES,
      logLevel: settings.LOG_LEVEL,
      bodyLimitBytes: settings.BODY_LIMIT_BYTES,
      chatConcurrency: settings.CHAT_CONCURRENCY,
    },
    uploads: uploadLimits(settings, publicUrl),
    conversation: {
      questionLimit: settings.QUESTION_LIMIT,
      conversationLimit: Math.max(settings.CONVERSATION_LIMIT, settings.QUESTION_LIMIT),
      turnLimit: settings.CONVERSATION_TURNS,
    },
    answering: {
      workers: settings.ANSWER_WORKERS,
      slotsPerWorker:
        chatModelName === undefined && settings.EMBEDDING_MODEL === undefined
          ? 1
          : Math.ceil(settings.CHAT_CONCURRENCY / Math.max(1, settings.ANSWER_WORKERS)),
      queueLength: settings.QUEUE_LENGTH,
      queueTimeoutMs: settings.QUEUE_TIMEOUT_MS,
      processorMs: settings.REQUEST_PROCESSOR_MS,
      timeoutMs: settings.REQUEST_TIMEOUT_MS,
      workerMemoryMb: settings.WORKER_MEMORY_MB,
      memoryLimitMb: settings.MEMORY_LIMIT_MB,
    },
    articlesPath: path.resolve(directory, settings.ARTICLES_PATH ?? seeds),
    articlesSetting: settings.ARTICLES_PATH ?? null,
    projectPath: directory,
    dataPath: path.resolve(directory, settings.DATA_PATH),
    syncEveryMs: settings.SYNC_EVERY === undefined ? null : millisecondsOf(settings.SYNC_EVERY),
    questionLog:
      settings.QUESTION_LOG === undefined ? null : path.resolve(directory, settings.QUESTION_LOG),
    dictionaryPath:
      settings.DICTIONARY_PATH === undefined
        ? null
        : path.resolve(directory, settings.DICTIONARY_PATH),
    fetching: {
      maxPages: settings.FETCH_PAGES,
      delayMs: settings.FETCH_DELAY_MS,
      isPrivateAllowed: settings.FETCH_PRIVATE === 'true',
    },
    chunks: { size: settings.CHUNK_SIZE, overlap: settings.CHUNK_OVERLAP },
    chatModel:
      chatModelName === undefined
        ? null
        : {
            name: chatModelName,
            choices: settings.CHAT_MODELS === '*' ? 'server' : listed(settings.CHAT_MODELS),
            apiKey,
            baseUrl: server,
            contextTokens: settings.MODEL_CONTEXT_TOKENS,
            answerTokens: settings.MODEL_ANSWER_TOKENS,
            timeoutMs: settings.MODEL_TIMEOUT_MS,
            idleTimeoutMs: settings.MODEL_IDLE_TIMEOUT_MS,
            totalTimeoutMs: settings.MODEL_TOTAL_TIMEOUT_MS,
            retries: settings.MODEL_RETRIES,
            unsupportedSentences: settings.UNSUPPORTED_SENTENCES,
            verifier:
              settings.VERIFY_WITH_MODEL === 'true'
                ? (settings.VERIFY_MODEL ?? chatModelName)
                : null,
          },
    embeddingModel:
      settings.EMBEDDING_MODEL === undefined
        ? null
        : {
            name: settings.EMBEDDING_MODEL,
            apiKey: embeddingKey,
            baseUrl: embeddingServer,
            dimensions: settings.EMBEDDING_DIMENSIONS ?? null,
            batchSize: settings.EMBEDDING_BATCH_SIZE,
            concurrency: settings.EMBEDDING_CONCURRENCY,
            timeoutMs: settings.MODEL_TIMEOUT_MS,
            retries: settings.MODEL_RETRIES,
          },
  });
}

/** Put in by the build of the package; absent where the project itself runs. */
declare const __INSTALLED__: boolean | undefined;

/**
 * Reads the settings of this process: its environment, and a `.env` file beside package.json
 * where there is one. Variables that are set already win over the file. Where this is an installed
 * package, the folder one stands in takes the place of the project.
 * @throws {YinzhengError} `invalid-configuration`
 */
export function readProcessConfig(): Config {
  const project = path.resolve(import.meta.dirname, '../..');
  const isInstalled = typeof __INSTALLED__ !== 'undefined';
  const root = isInstalled ? process.cwd() : project;
  const environment = { ...readEnvironmentFile(path.join(root, '.env')), ...process.env };
  return readConfig(environment, root, isInstalled ? path.join(project, SEEDS) : SEEDS);
}

/** The variables of a `.env` file; none where there is no file. */
export function readEnvironmentFile(file: string): Readonly<Record<string, string | undefined>> {
  if (!existsSync(file)) return {};
  // Windows editors begin a file with a byte order mark, which would become a part of a name.
  return parseEnv(readFileSync(file, 'utf8').replace(/^\uFEFF/u, ''));
}

function deepFreeze<T extends object>(value: T): T {
  for (const inner of Object.values(value)) {
    if (typeof inner === 'object' && inner !== null) deepFreeze(inner);
  }
  return Object.freeze(value);
}

const MILLISECONDS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000 };

/** Of a length of time such as 15m. */
function millisecondsOf(length: string): number {
  return Number.parseInt(length, 10) * (MILLISECONDS[length.at(-1) ?? ''] ?? 0);
}
