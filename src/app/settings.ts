import { availableParallelism, totalmem } from 'node:os';
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
export const environmentSchema = z.object({
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
  QUESTION_LOG: text,
  SYNC_EVERY: z.preprocess(
    absentWhenEmpty,
    z
      .string()
      .regex(/^[1-9]\d{0,5}\s?[smh]$/u, 'Expected a number with s, m or h, as in 15m')
      .optional(),
  ),
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

export type Settings = z.infer<typeof environmentSchema>;

/** Names of this machine to itself. */
const LOOPBACK_HOSTS: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/**
 * A server for this machine alone answers under this machine's names alone, so that no page elsewhere
 * can reach it through a name of its own (DNS rebinding). One that listens to others cannot know the
 * names it is reached by, unless it is told.
 */
export function allowedHosts(
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
export function uploadLimits(
  settings: Settings,
  publicUrl: string | null,
): {
  readonly maxFileBytes: number;
  readonly maxTotalBytes: number;
  readonly maxFiles: number;
} | null {
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
export function listed(setting: string | undefined): string[] {
  return (setting ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Shorter keys can be guessed by asking. */
const MIN_KEY_LENGTH = 16;

export function apiKeys(setting: string | undefined): readonly string[] {
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

export function allowedOrigins(setting: string | undefined): readonly string[] {
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

export function requireServer(
  setting: string,
  value: string | undefined,
  hasServer: boolean,
): void {
  if (value === undefined || hasServer) return;
  throw new YinzhengError(
    'invalid-configuration',
    `${setting} is set, so OPENAI_API_KEY or OPENAI_BASE_URL was expected too; neither is set.`,
    { field: setting },
  );
}
