import { at, valueAt } from '../../core/array.ts';
import type { Article } from '../../core/article.ts';
import type { OrderedChunk } from '../ordered-chunk.ts';
import { decodeArrayFile, encodeArrayFile } from './array-file.ts';

/**
 * Articles as a file: everything but the bodies as JSON, the bodies as UTF-16, which is read back
 * by copying instead of by parsing.
 */
export function encodeArticles(articles: readonly Article[]): Uint8Array[] {
  const ends = new Uint32Array(articles.length);
  let end = 0;
  for (const [number, { body }] of articles.entries()) {
    end += body.length;
    ends[number] = end;
  }
  const bodies = Buffer.alloc(2 * end);
  for (const [number, { body }] of articles.entries()) {
    bodies.write(body, 2 * (at(ends, number) - body.length), 'utf16le');
  }
  const rest = articles.map(({ body: _, ...fields }) => fields);
  const fields = Buffer.from(JSON.stringify(rest), 'utf8');
  return encodeArrayFile(null, { fields, ends, bodies });
}

export function decodeArticles(buffer: ArrayBufferLike): Article[] {
  const file = decodeArrayFile(buffer);
  const ends = file.array('ends', 'Uint32Array');
  const bodies = asBuffer(file.array('bodies', 'Uint8Array'));
  const rest = JSON.parse(asBuffer(file.array('fields', 'Uint8Array')).toString('utf8'));
  return (rest as Omit<Article, 'body'>[]).map((fields, number) => {
    const start = number === 0 ? 0 : at(ends, number - 1);
    return { ...fields, body: bodies.toString('utf16le', 2 * start, 2 * at(ends, number)) };
  });
}

/** Chunks as a file: ids, and where each stands in which article; the text is in the article. */
export function encodeChunks(
  chunks: readonly OrderedChunk[],
  articles: readonly Article[],
): Uint8Array[] {
  const places = new Map(articles.map(({ id }, place) => [id, place]));
  const ids = Buffer.from(chunks.map(({ chunk }) => chunk.id).join('\n'), 'utf8');
  return encodeArrayFile(null, {
    ids,
    articles: Uint32Array.from(chunks, ({ article }) => valueAt(places, article.id)),
    starts: Uint32Array.from(chunks, ({ chunk }) => chunk.start),
    ends: Uint32Array.from(chunks, ({ chunk }) => chunk.end),
  });
}

export function decodeChunks(
  buffer: ArrayBufferLike,
  articles: readonly Article[],
): OrderedChunk[] {
  const file = decodeArrayFile(buffer);
  const ids = asBuffer(file.array('ids', 'Uint8Array')).toString('utf8').split('\n');
  const places = file.array('articles', 'Uint32Array');
  const starts = file.array('starts', 'Uint32Array');
  const ends = file.array('ends', 'Uint32Array');
  return Array.from(places, (place, number) => {
    const article = articles[place] as Article;
    const start = at(starts, number);
    const end = at(ends, number);
    const text = article.body.slice(start, end);
    const chunk = { id: ids[number] as string, articleId: article.id, start, end, text };
    return { chunk, article };
  });
}

function asBuffer(view: Uint8Array): Buffer {
  return Buffer.from(view.buffer, view.byteOffset, view.byteLength);
}
