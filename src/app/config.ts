import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { YinzhengError } from '../core/errors.ts';

/** An empty setting counts as absent, so that `.env` files may keep a name without a value. */
const absentWhenEmpty = (value: unknown) => (value === '' ? undefined : value);

const text = z.preprocess(absentWhenEmpty, z.string().trim().min(1).optional());

const wholeNumber = (fallback: number, least: number, most: number) =>
  z.preprocess(absentWhenEmpty, z.coerce.number().int().min(least).max(most).default(fallback));

const choice = <const T extends readonly [string, ...string[]]>(values: T, fallback: T[number]) =>
  z.preprocess(absentWhenEmpty, z.enum(values).default(fallback as never));

/** Workers beyond this many cost more memory than they are worth, unless somebody asks for them. */
const MAX_DEFAULT_WORKERS = 8;
/** Bytes that a worker is reckoned to need. */
const WORKER_BYTES = 2 ** 30;
/** Share of the memory that the process may use before it refuses requests. */
const MEMORY_SHARE = 0.8;

/** Bytes that this process can have: the machine's, or those of the container it runs in. */
function memoryBytes(): number {
  const constrained = process.constrainedMemory();
  return constrained > 0 ? Math.min(constrained, totalmem()) : totalmem();
}

/** A worker for each core, as far as there is memory for them. */
function defaultWorkers(): number {
  const affordable = Math.floor(memoryBytes() / WORKER_BYTES);
  return Math.max(1, Math.min(availableParallelism(), MAX_DEFAULT_WORKERS, affordable));
}

function defaultMemoryLimit(): number {
  return Math.max(128, Math.floor((MEMORY_SHARE * memoryBytes()) / 2 ** 20));
}

/** Whether an address names a server alone; what is no address is told of otherwise. */
const isRootUrl = (url: string) => !URL.canParse(url) || new URL(url).pathname === '/';

/** Every setting, with its default and its bounds; `.env.example` says what each means. */
const environmentSchema = z.object({
  HOST: z.preprocess(absentWhenEmpty, z.string().default('127.0.0.1')),
  PORT: wholeNumber(3000, 0, 65_535),
  PUBLIC_URL: z.preprocess(
    absentWhenEmpty,
    z
      .url({ protocol: /^https?$/ })
      .refine(isRootUrl, 'Expected an address without a path: the page is at the root')
      .optional(),
  ),
  API_KEYS: text,
  ALLOWED_ORIGINS: text,
  RATE_LIMIT: wholeNumber(0, 0, 1_000_000),
  TRUSTED_PROXIES: wholeNumber(0, 0, 16),
  ALLOWED_HOSTS: z.preprocess(absentWhenEmpty, z.string().optional()),
  LOG_LEVEL: choice(['silent', 'error', 'warn', 'info', 'debug'], 'warn'),
  ARTICLES_PATH: z.preprocess(absentWhenEmpty, z.string().optional()),
  DATA_PATH: z.preprocess(absentWhenEmpty, z.string().default('.yinzheng')),
  DICTIONARY_PATH: text,
  FETCH_PAGES: wholeNumber(200, 1, 100_000),
  FETCH_DELAY_MS: wholeNumber(1_000, 0, 600_000),
  FETCH_PRIVATE: choice(['true', 'false'], 'false'),
  CHUNK_SIZE: wholeNumber(400, 50, 4_000),
  CHUNK_OVERLAP: wholeNumber(1, 0, 5),
  OPENAI_API_KEY: text,
  OPENAI_BASE_URL: z.preprocess(absentWhenEmpty, z.url({ protocol: /^https?$/ }).optional()),
  CHAT_MODEL: text,
  CHAT_MODELS: text,
  MODEL_CONTEXT_TOKENS: wholeNumber(6_000, 500, 1_000_000),
  MODEL_ANSWER_TOKENS: wholeNumber(800, 50, 100_000),
  MODEL_TIMEOUT_MS: wholeNumber(30_000, 100, 600_000),
  MODEL_IDLE_TIMEOUT_MS: wholeNumber(15_000, 100, 600_000),
  MODEL_TOTAL_TIMEOUT_MS: wholeNumber(120_000, 100, 3_600_000),
  MODEL_RETRIES: wholeNumber(2, 0, 10),
  UNSUPPORTED_SENTENCES: choice(['mark', 'drop'], 'mark'),
  VERIFY_WITH_MODEL: choice(['true', 'false'], 'true'),
  VERIFY_MODEL: text,
  EMBEDDING_MODEL: text,
  EMBEDDING_BASE_URL: z.preprocess(absentWhenEmpty, z.url({ protocol: /^https?$/ }).optional()),
  EMBEDDING_API_KEY: text,
  EMBEDDING_DIMENSIONS: z.preprocess(
    absentWhenEmpty,
    z.coerce.number().int().min(8).max(8_192).optional(),
  ),
  EMBEDDING_BATCH_SIZE: wholeNumber(64, 1, 2_048),
  EMBEDDING_CONCURRENCY: wholeNumber(4, 1, 64),
  UPLOADS: z.preprocess(absentWhenEmpty, z.enum(['on', 'off']).optional()),
  UPLOAD_LIMIT_MB: wholeNumber(64, 1, 4_096),
  UPLOAD_TOTAL_MB: wholeNumber(2_048, 1, 1_048_576),
  QUESTION_LIMIT: wholeNumber(4_000, 10, 100_000),
  BODY_LIMIT_BYTES: wholeNumber(1_048_576, 1_024, 104_857_600),
  CONVERSATION_LIMIT: wholeNumber(16_000, 1_000, 1_000_000),
  CONVERSATION_TURNS: wholeNumber(20, 1, 200),
  CHAT_CONCURRENCY: wholeNumber(64, 1, 10_000),
  ANSWER_WORKERS: wholeNumber(defaultWorkers(), 0, 64),
  QUEUE_LENGTH: wholeNumber(256, 0, 100_000),
  QUEUE_TIMEOUT_MS: wholeNumber(10_000, 0, 600_000),
  REQUEST_PROCESSOR_MS: wholeNumber(10_000, 100, 600_000),
  REQUEST_TIMEOUT_MS: wholeNumber(180_000, 100, 3_600_000),
  WORKER_MEMORY_MB: wholeNumber(1_024, 64, 1_048_576),
  MEMORY_LIMIT_MB: wholeNumber(defaultMemoryLimit(), 128, 16_777_216),
});

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

/** Names of this machine to itself. */
const LOOPBACK_HOSTS: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/**
 * A server for this machine alone answers under this machine's names alone, so that no page elsewhere
 * can reach it through a name of its own (DNS rebinding). One that listens to others cannot know the
 * names it is reached by, unless it is told.
 */
function allowedHosts(
  setting: string | undefined,
  host: string,
  publicUrl: string | null,
): readonly string[] | null {
  const told = listed(setting).map((name) => name.toLowerCase());

  // Who says under which name the server is reached has allowed that name.
  const known = publicUrl === null ? told : [...told, new URL(publicUrl).hostname];
  if (isLoopback(host)) return [...LOOPBACK_HOSTS, host, ...known];
  return told.length > 0 ? known : null;
}

/** Files that readers may bring; more would make each start slow. */
const MAX_UPLOADS = 10_000;

/**
 * Who can reach a server with no key can bring news to it: unless somebody says so, only those of
 * this machine may.
 */
function uploadLimits(
  settings: z.infer<typeof environmentSchema>,
  publicUrl: string | null,
): Config['uploads'] {
  const isPrivate = isLoopback(settings.HOST) && publicUrl === null;
  const isGuarded = settings.API_KEYS !== undefined;
  const isOn = settings.UPLOADS === undefined ? isPrivate || isGuarded : settings.UPLOADS === 'on';
  if (!isOn) return null;
  return {
    maxFileBytes: settings.UPLOAD_LIMIT_MB * 2 ** 20,
    maxTotalBytes: settings.UPLOAD_TOTAL_MB * 2 ** 20,
    maxFiles: MAX_UPLOADS,
  };
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host.startsWith('127.');

/** The parts of a setting that commas separate. */
function listed(setting: string | undefined): string[] {
  return (setting ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Shorter keys can be guessed by asking. */
const MIN_KEY_LENGTH = 16;

function apiKeys(setting: string | undefined): readonly string[] {
  const keys = listed(setting);
  if (keys.some((key) => key.length < MIN_KEY_LENGTH)) {
    throw new YinzhengError(
      'invalid-configuration',
      `Expected API_KEYS of at least ${MIN_KEY_LENGTH} characters each, comma-separated; one is ` +
        'shorter. Make one: openssl rand -hex 24.',
      { field: 'API_KEYS' },
    );
  }
  return keys;
}

function allowedOrigins(setting: string | undefined): readonly string[] {
  const origins = listed(setting);
  for (const origin of origins) {
    if (origin === '*' || (URL.canParse(origin) && new URL(origin).origin === origin)) continue;
    throw new YinzhengError(
      'invalid-configuration',
      `Expected ALLOWED_ORIGINS such as https://chat.example, without a path; got "${origin}".`,
      { field: 'ALLOWED_ORIGINS' },
    );
  }
  return origins;
}

function requireServer(setting: string, value: string | undefined, hasServer: boolean): void {
  if (value === undefined || hasServer) return;
  throw new YinzhengError(
    'invalid-configuration',
    `${setting} is set, so OPENAI_API_KEY or OPENAI_BASE_URL was expected too; neither is set.`,
    { field: setting },
  );
}

function deepFreeze<T extends object>(value: T): T {
  for (const inner of Object.values(value)) {
    if (typeof inner === 'object' && inner !== null) deepFreeze(inner);
  }
  return Object.freeze(value);
}
