import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readConfig } from '../../src/app/config.ts';
import type { Article } from '../../src/core/article.ts';
import { embeddedText } from '../../src/index/embedded-text.ts';
import { chunkArticle } from '../../src/ingest/chunk-article.ts';
import { ingestPaths } from '../../src/ingest/ingest.ts';
import { COLLECTION_FILES } from './collection-files.ts';
import { loadShippedTools, wordsOf } from './load-tools.ts';
import type { BenchPassage } from './search-system.ts';

/** What the peers get for nothing, in milliseconds; ours does the same within its build. */
export interface PreparationTimes {
  /** Reading the articles and cutting them into passages. */
  readonly reading: number;
  /** Cutting the passages into words. */
  readonly words: number;
  readonly embedding: number;
}

export interface Preparation {
  readonly passages: number;
  readonly times: PreparationTimes;
}

/**
 * Cuts a folder's articles into the passages that ours will cut too, their words (with stop words
 * and without) and their vectors, once for all peers, and leaves them beside the articles.
 */
export async function prepareCollection(directory: string): Promise<Preparation> {
  const { analyzer, embedder } = await loadShippedTools();
  const started = performance.now();
  const { chunks: settings } = readConfig({}, directory);
  const { articles } = await ingestPaths([path.join(directory, COLLECTION_FILES.articles)]);
  const cut = articles.map((article) => ({ article, chunks: chunkArticle(article, settings) }));
  const times = { reading: performance.now() - started, words: 0, embedding: 0 };
  const documents: number[] = [];
  const writeTo = (file: string) => createWriteStream(path.join(directory, file));
  const kept = writeTo(COLLECTION_FILES.passages.kept);
  const dropped = writeTo(COLLECTION_FILES.passages.dropped);
  const vectors = writeTo(COLLECTION_FILES.vectors);
  for (const { article, chunks } of cut) {
    for (const { text, tokens, vector } of await prepareArticle(article, chunks)) {
      documents.push(article.origin.position);
      await writePassage(kept, text, wordsOf(tokens, 'kept'));
      await writePassage(dropped, text, wordsOf(tokens, 'dropped'));
      vectors.write(Buffer.from(vector.buffer));
    }
  }
  const streams = [kept, dropped, vectors];
  await Promise.all(streams.map((stream) => new Promise((done) => stream.end(done))));
  await writeFile(
    path.join(directory, COLLECTION_FILES.documents),
    Buffer.from(Uint32Array.from(documents).buffer),
  );
  return { passages: documents.length, times };

  async function prepareArticle(article: Article, chunks: ReturnType<typeof chunkArticle>) {
    const texts = chunks.map((chunk) => embeddedText(chunk, article));
    const began = performance.now();
    const tokens = texts.map((text) => analyzer.tokens(text));
    const cutting = performance.now();
    const embedded = await embedder.embedDocuments(texts);
    times.words += cutting - began;
    times.embedding += performance.now() - cutting;
    return texts.map((text, place) => ({
      text,
      tokens: tokens[place] ?? [],
      vector: Float32Array.from(embedded[place] ?? []),
    }));
  }
}

async function writePassage(
  stream: WriteStream,
  text: string,
  words: readonly string[],
): Promise<void> {
  const passage: BenchPassage = { text, words: words.join(' ') };
  if (!stream.write(`${JSON.stringify(passage)}\n`)) await once(stream, 'drain');
}
