import { createHash } from 'node:crypto';
import type { Article, Chunk } from '../core/article.ts';
import type { Span } from '../core/span.ts';
import { characterWidth } from '../language/characters/display-width.ts';
import { splitSentences } from '../language/segment/sentences.ts';
import { splitLongSentence } from './split-long-sentence.ts';

export interface ChunkSettings {
  /**
   * Most columns of a chunk, where a Chinese character counts two and a Latin letter one, so that
   * chunks of either language carry about as much. Never less than the chunk's `text.length`.
   */
  readonly size: number;
  /** Sentences at the end of a chunk that the next one repeats, as far as they fit. */
  readonly overlap: number;
}

/**
 * Cuts an article into chunks for embedding, in order. Each begins and ends with a sentence, holds
 * as many whole ones as fit, and is an exact slice of the body; a sentence wider than a whole chunk
 * is split at a clause, else at a word. Every word of the body is in a chunk; white space, bullets
 * and stray marks between chunks need not be. The same article and settings give the same chunks.
 *
 * @throws {RangeError} when `size` is under 8 or `overlap` is negative
 */
export function chunkArticle(article: Article, settings: ChunkSettings): Chunk[] {
  const { size, overlap } = settings;
  if (!(size >= 8 && overlap >= 0)) {
    throw new RangeError(`Chunks need size >= 8 and overlap >= 0; got ${size} and ${overlap}.`);
  }
  const { id: articleId, body } = article;
  const columns = columnsBefore(body);
  const fits = (start: number, end: number) => (columns[end] ?? 0) - (columns[start] ?? 0) <= size;
  const pieces = splitSentences(body).flatMap((sentence) =>
    fits(sentence.start, sentence.end) ? [sentence] : splitLongSentence(body, sentence, fits),
  );
  return packPieces(body, pieces, fits, overlap).map(({ start, end }) => {
    const text = body.slice(start, end);
    return { id: identifyChunk(articleId, start, text), articleId, start, end, text };
  });
}

/** The fewest chunks, filled from the front, each starting inside the end of the one before. */
function packPieces(
  body: string,
  pieces: readonly Span[],
  fits: (start: number, end: number) => boolean,
  overlap: number,
): Span[] {
  const worded = pieces.filter(({ start, end }) => /[\p{L}\p{N}]/u.test(body.slice(start, end)));
  const chunks: Span[] = [];
  let first = 0;
  while (first < worded.length) {
    const start = worded[first]?.start ?? 0;
    let next = first + 1;
    while (next < worded.length && fits(start, worded[next]?.end ?? 0)) next++;
    chunks.push({ start, end: worded[next - 1]?.end ?? start });
    if (next === worded.length) break;
    const nextEnd = worded[next]?.end ?? 0;
    let repeated = Math.max(first + 1, next - overlap);
    while (repeated < next && !fits(worded[repeated]?.start ?? 0, nextEnd)) repeated++;
    first = repeated;
  }
  return chunks;
}

/** For each offset, the columns of the text before it; both halves of a pair share its columns. */
function columnsBefore(text: string): Uint32Array {
  const columns = new Uint32Array(text.length + 1);
  let offset = 0;
  let total = 0;
  for (const character of text) {
    total += characterWidth(character);
    for (let unit = 0; unit < character.length; unit++) columns[++offset] = total;
  }
  return columns;
}

function identifyChunk(articleId: string, start: number, text: string): string {
  return createHash('sha256').update(`${articleId}\n${start}\n${text}`).digest('hex').slice(0, 16);
}
