import { nextTurn, orAborted } from '../core/async.ts';
import type { PassageAnalyzer } from '../core/search-index.ts';
import type { PlacedChunk } from './placed-chunk.ts';
import type { FileRecord } from './snapshot/durable-file.ts';
import {
  type PassageInput,
  PassageTermsWriter,
  type UnreadPassage,
} from './snapshot/passage-terms-writer.ts';
import type { AnalyzerModule, KeywordRequest } from './threads/keyword-thread.ts';
import { Thread } from './threads/thread.ts';

/** From this many chunks on, the second or so that a thread takes to load pays. */
const THREAD_FROM = 2_000;

/** Chunks handed over at a time: more than the thread works off while this one embeds a batch. */
const BATCH = 256;

export interface KeywordStage {
  readonly chunks: readonly PlacedChunk[];
  readonly analyzer: PassageAnalyzer;
  readonly analyzerModule: AnalyzerModule | undefined;
  /** Folder of the new generation. */
  readonly directory: string;
  readonly onProgress: (done: number) => void;
  /** Told of each chunk, by its number, that the analysis broke on. */
  readonly onUnread: (chunk: number, reason: string) => void;
  readonly signal: AbortSignal;
}

/**
 * Analyses all chunks and writes the keyword files and the words of their sentences; in a thread
 * for large collections.
 */
export async function writeKeywords(stage: KeywordStage): Promise<Record<string, FileRecord>> {
  const { analyzerModule, chunks } = stage;
  return analyzerModule !== undefined && chunks.length >= THREAD_FROM
    ? await writeInThread(stage, analyzerModule)
    : await writeHere(stage);
}

async function writeHere(stage: KeywordStage): Promise<Record<string, FileRecord>> {
  const writer = new PassageTermsWriter(stage.analyzer);
  for (const { start, passages } of passageBatches(stage)) {
    report(writer.add(passages), start, stage);
    await nextTurn();
    stage.signal.throwIfAborted();
  }
  return await writer.write(stage.directory);
}

async function writeInThread(
  stage: KeywordStage,
  analyzerModule: AnalyzerModule,
): Promise<Record<string, FileRecord>> {
  const entry = new URL('./threads/keyword-thread.ts', import.meta.url);
  const thread = new Thread<KeywordRequest, unknown>(entry);
  const ask = (request: KeywordRequest) => orAborted(thread.request(request), stage.signal);
  try {
    const fingerprint = await ask({ kind: 'open', analyzer: analyzerModule });
    if (fingerprint !== stage.analyzer.fingerprint) {
      throw new Error(
        `The thread analyses by ${fingerprint}; ${stage.analyzer.fingerprint} was expected.`,
      );
    }
    // One batch is under way while the next is made.
    let underWay: Promise<unknown> = Promise.resolve();
    for (const { start, passages } of passageBatches(stage)) {
      const next = ask({ kind: 'add', passages }).then((unread) =>
        report(unread as readonly UnreadPassage[], start, stage),
      );
      // When the one before fails, nobody waits for this one any more.
      next.catch(() => {});
      await underWay;
      underWay = next;
    }
    await underWay;
    const records = await ask({ kind: 'write', directory: stage.directory });
    return records as Record<string, FileRecord>;
  } finally {
    await thread.stop();
  }
}

function report(unread: readonly UnreadPassage[], start: number, { onUnread }: KeywordStage): void {
  for (const { place, reason } of unread) onUnread(start + place, reason);
}

/** Passages that follow one another from chunk number `start` on. */
interface PassageBatch {
  readonly start: number;
  readonly passages: readonly PassageInput[];
}

function* passageBatches({ chunks, onProgress }: KeywordStage): Generator<PassageBatch> {
  for (let start = 0; start < chunks.length; start += BATCH) {
    onProgress(start);
    const passages = chunks.slice(start, start + BATCH).map(({ chunk: { text }, article }) => {
      const { title, language, publishedAt } = article;
      return { text, title, language, publishedAt };
    });
    yield { start, passages };
  }
  onProgress(chunks.length);
}
