import { nextTurn, orAborted } from '../../core/async.ts';
import type { PlacedArticle } from '../articles-in-order.ts';
import type { FileRecord } from '../snapshot/durable-file.ts';
import { ReadingWriter } from '../snapshot/reading-writer.ts';
import type { JoiningRequest } from '../threads/joining-thread.ts';
import type { ReadingModule, ReadingRequest, ReadingTools } from '../threads/reading-thread.ts';
import { Thread } from '../threads/thread.ts';
import type { MeaningBatch } from '../words/meaning-batch.ts';
import { articleBatches } from './article-batches.ts';
import { ArticleReader, type ArticleToRead, type BatchReading } from './article-reader.ts';

/** From this many chunks on, the second or so that threads take to load pays. */
const THREADS_FROM = 2_000;

/** Batches that a thread is given at a time: one being read, and one to be read next. */
const UNDER_WAY = 2;

/**
 * Batches that this thread may be ahead of the slowest one: while it reads it gives out none, and
 * what it has read waits for its turn.
 */
const AHEAD = 2;

/**
 * The dictionaries and what is kept of words take some 100 MB of a reading thread. Without a limit
 * garbage takes several times that before it is collected.
 */
const THREAD_MEMORY = { maxYoungGenerationSizeMb: 12, maxOldGenerationSizeMb: 512 };

/** Words whose meanings are looked up in one go. */
const WORDS_AT_ONCE = 4_096;

export interface ReadingStage {
  readonly articles: readonly PlacedArticle[];
  readonly chunkCount: number;
  /** Folder of the generation, in which what is read of large collections waits. */
  readonly directory: string;
  readonly tools: ReadingTools;
  /** Makes the same tools in a thread, for large collections; absent reads in this one. */
  readonly module: ReadingModule | undefined;
  /** Most threads that read at a time, this one among them. */
  readonly threads: number;
  readonly wantsVector: (chunk: number) => boolean;
  /** Takes the vectors of some chunks, one after the other; batch by batch, in order. */
  readonly takeVectors: (chunks: readonly number[], vectors: Float64Array) => Promise<void>;
  readonly onProgress: (chunksDone: number) => void;
  /** Told of each chunk, by its number, of an article that the analysis broke on. */
  readonly onUnread: (chunk: number, reason: string) => void;
  readonly signal: AbortSignal;
}

/** Articles that were read, ready to be written. */
export interface Reading {
  /** Writes the files that come of it into a folder. Can be called once. */
  write(directory: string, signal: AbortSignal): Promise<Record<string, FileRecord>>;
  /** Forgets what was read, also while it is written. */
  close(): Promise<void>;
}

/**
 * Reads all articles, each once, in as many threads as pay. Batches are joined in the order of the
 * articles: what comes out does not depend on which thread is faster, nor on how many there are.
 */
export async function readArticles(stage: ReadingStage): Promise<Reading> {
  const { module, tools, chunkCount, directory, threads } = stage;
  if (module === undefined || chunkCount < THREADS_FROM) {
    return await joinBatches(stage, new LocalReaders(tools), new LocalJoiner());
  }
  const joiner = new JoiningThread(directory);
  try {
    const readers = new SharedReaders(tools, threads - 1, module);
    try {
      return await joinBatches(stage, readers, joiner);
    } finally {
      // Their dictionaries leave memory before the postings are inverted.
      await readers.close();
    }
  } catch (error) {
    await joiner.close();
    throw error;
  }
}

/** Who reads batches and looks words up. */
interface Readers {
  /** How many batches may be under way. */
  readonly capacity: number;
  read(articles: readonly ArticleToRead[]): Promise<BatchReading>;
  meanings(words: readonly string[]): Promise<MeaningBatch>;
}

/** Who puts together what was read. */
interface Joiner {
  add(reading: Pick<BatchReading, 'fields' | 'sentences'>): Promise<unknown>;
  words(): Promise<readonly string[]>;
  write(directory: string, meanings: readonly MeaningBatch[]): Promise<Record<string, FileRecord>>;
  close(): Promise<void>;
}

async function joinBatches(
  stage: ReadingStage,
  readers: Readers,
  joiner: Joiner,
): Promise<Reading> {
  const { articles, chunkCount, wantsVector, takeVectors, onProgress, onUnread, signal } = stage;
  let joined: Promise<unknown> = Promise.resolve();
  onProgress(0);
  await inOrder(
    articleBatches(articles, wantsVector),
    readers.capacity,
    (batch) => orAborted(readers.read(batch.articles), signal),
    async ({ fields, sentences, vectors, unread }, { firstChunk, embedded }) => {
      for (const { chunk, reason } of unread) onUnread(firstChunk + chunk, reason);
      if (embedded.length > 0) await takeVectors(embedded, vectors);
      await joined;
      joined = joiner.add({ fields, sentences });
      // When a batch fails, nobody waits for this one any more.
      joined.catch(() => {});
      onProgress(firstChunk);
      await nextTurn();
      signal.throwIfAborted();
    },
  );
  await orAborted(joined, signal);
  const meanings: MeaningBatch[] = [];
  await inOrder(
    slices(await orAborted(joiner.words(), signal), WORDS_AT_ONCE),
    readers.capacity,
    (words) => orAborted(readers.meanings(words), signal),
    async (batch) => void meanings.push(batch),
  );
  onProgress(chunkCount);
  return {
    write: (directory, stop) => orAborted(joiner.write(directory, meanings), stop),
    close: () => joiner.close(),
  };
}

/** Starts tasks ahead of their turn, so many at a time, and takes their results in order. */
async function inOrder<Input, Result>(
  inputs: Iterable<Input>,
  capacity: number,
  start: (input: Input) => Promise<Result>,
  take: (result: Result, input: Input) => Promise<void>,
): Promise<void> {
  const inFlight: { readonly input: Input; readonly result: Promise<Result> }[] = [];
  const takeFirst = async () => {
    const first = inFlight.shift();
    if (first !== undefined) await take(await first.result, first.input);
  };
  for (const input of inputs) {
    if (inFlight.length >= capacity) await takeFirst();
    const result = start(input);
    // When an earlier one fails, nobody waits for this one any more.
    result.catch(() => {});
    inFlight.push({ input, result });
  }
  while (inFlight.length > 0) await takeFirst();
}

function* slices<Item>(list: readonly Item[], length: number): Generator<readonly Item[]> {
  for (let start = 0; start < list.length; start += length) yield list.slice(start, start + length);
}

class LocalReaders implements Readers {
  readonly capacity = 1;
  readonly #reader: ArticleReader;

  constructor({ analyzer, embedWords }: ReadingTools) {
    this.#reader = new ArticleReader(analyzer, embedWords);
  }

  async read(articles: readonly ArticleToRead[]): Promise<BatchReading> {
    return this.#reader.read(articles);
  }

  async meanings(words: readonly string[]): Promise<MeaningBatch> {
    return this.#reader.meanings(words);
  }
}

class LocalJoiner implements Joiner {
  readonly #writer = new ReadingWriter();

  async add(reading: Pick<BatchReading, 'fields' | 'sentences'>): Promise<void> {
    this.#writer.add(reading);
  }

  async words(): Promise<readonly string[]> {
    return this.#writer.words();
  }

  async write(directory: string, meanings: readonly MeaningBatch[]) {
    return await this.#writer.write(directory, meanings);
  }

  async close(): Promise<void> {}
}

/**
 * This thread, which has its dictionaries anyway, and others that each load their own. The others are
 * kept busy first; this one reads what they have no room for.
 */
class SharedReaders implements Readers {
  readonly capacity: number;
  readonly #threads: { readonly thread: Thread<ReadingRequest, unknown>; busy: number }[];
  readonly #opened: Promise<unknown>;
  readonly #here: LocalReaders;

  /** @param others how many threads read beside this one */
  constructor(tools: ReadingTools, others: number, module: ReadingModule) {
    const entry = new URL('../threads/reading-thread.ts', import.meta.url);
    const { fingerprint } = tools.analyzer;
    this.#here = new LocalReaders(tools);
    this.capacity = UNDER_WAY * others + AHEAD;
    this.#threads = Array.from({ length: others }, () => ({
      thread: new Thread(entry, { resourceLimits: THREAD_MEMORY }),
      busy: 0,
    }));
    this.#opened = Promise.all(
      this.#threads.map(async ({ thread }) => {
        const opened = await thread.request({ kind: 'open', module });
        if (opened === fingerprint) return;
        throw new Error(`Expected a thread that reads by ${fingerprint}, got ${opened}.`);
      }),
    );
    this.#opened.catch(() => {});
  }

  async read(articles: readonly ArticleToRead[]): Promise<BatchReading> {
    return await this.#ask({ kind: 'read', articles }, async () => await this.#here.read(articles));
  }

  async meanings(words: readonly string[]): Promise<MeaningBatch> {
    return await this.#ask(
      { kind: 'meanings', words },
      async () => await this.#here.meanings(words),
    );
  }

  async #ask<Answer>(request: ReadingRequest, here: () => Promise<Answer>): Promise<Answer> {
    // Chosen at once: each thread reads its batches in their order.
    const free = this.#threads.filter(({ busy }) => busy < UNDER_WAY);
    const chosen = free.reduce<(typeof free)[number] | undefined>(
      (a, b) => (a === undefined || b.busy < a.busy ? b : a),
      undefined,
    );
    if (chosen === undefined) {
      // What the others sent is taken first, so that they go on while this thread reads.
      await nextTurn();
      return await here();
    }
    chosen.busy++;
    const answer = chosen.thread.request(request);
    answer.catch(() => {});
    try {
      await this.#opened;
      return (await answer) as Answer;
    } finally {
      chosen.busy--;
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map(({ thread }) => thread.stop()));
  }
}

/** A thread of its own, whose memory is free again once the files are written. */
class JoiningThread implements Joiner {
  readonly #thread = new Thread<JoiningRequest, unknown>(
    new URL('../threads/joining-thread.ts', import.meta.url),
    { resourceLimits: { maxYoungGenerationSizeMb: THREAD_MEMORY.maxYoungGenerationSizeMb } },
  );
  readonly #opened: Promise<unknown>;

  constructor(directory: string) {
    this.#opened = this.#thread.request({ kind: 'open', directory });
    this.#opened.catch(() => {});
  }

  async add(reading: Pick<BatchReading, 'fields' | 'sentences'>): Promise<void> {
    const added = this.#thread.request({ kind: 'add', reading });
    await this.#opened;
    await added;
  }

  async words(): Promise<readonly string[]> {
    return (await this.#thread.request({ kind: 'words' })) as string[];
  }

  async write(directory: string, meanings: readonly MeaningBatch[]) {
    const written = await this.#thread.request({ kind: 'write', directory, meanings });
    return written as Record<string, FileRecord>;
  }

  async close(): Promise<void> {
    await this.#thread.stop();
  }
}
