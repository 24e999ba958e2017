import type { Readable } from 'node:stream';
import { describeFailure } from '../describe-failure.ts';
import { decodeText } from '../text-encoding.ts';
import { readJsonLine } from './json.ts';
import type { RawArticle, RawSkip, RawWarning, Reading } from './reading.ts';

const LINE_FEED = 0x0a;
const SPACE = 0x20;

/**
 * Reads a file with one article, as a JSON object, on each line. Lines are taken from the stream
 * one at a time; one longer than `maxLineBytes` is skipped without being held in memory. Where the
 * stream breaks off, the lines before that are kept.
 */
export async function readJsonLines(bytes: Readable, maxLineBytes: number): Promise<Reading> {
  const articles: RawArticle[] = [];
  const skipped: RawSkip[] = [];
  const warnings: RawWarning[] = [];
  let position = 0;
  try {
    for await (const line of byteLines(bytes, maxLineBytes)) {
      if (line.bytes?.every((byte) => byte <= SPACE) === true) continue;
      const read = readLine(line, position, maxLineBytes);
      if ('code' in read) skipped.push({ position, title: null, ...read });
      else {
        articles.push(read.article);
        for (const text of read.warnings) warnings.push({ position, text });
      }
      position++;
    }
  } catch (error) {
    const reason = `After ${position} lines: ${describeFailure(error)}`;
    skipped.push({ position: null, title: null, code: 'unreadable', reason });
  }
  return { articles, skipped, warnings };
}

function readLine(
  { bytes, length }: ByteLine,
  position: number,
  maxLineBytes: number,
): { article: RawArticle; warnings: readonly string[] } | Pick<RawSkip, 'code' | 'reason'> {
  if (bytes === null) {
    const reason = `The line has ${length} bytes; at most ${maxLineBytes} are read.`;
    return { code: 'too-large', reason };
  }
  const decoded = decodeText(bytes);
  if ('code' in decoded) return decoded;
  const article = readJsonLine(decoded.text, position);
  return 'code' in article ? article : { article, warnings: decoded.warnings };
}

interface ByteLine {
  /** Null when the line was too long to keep. */
  readonly bytes: Buffer | null;
  readonly length: number;
}

async function* byteLines(stream: Readable, maxLineBytes: number): AsyncGenerator<ByteLine> {
  let parts: Buffer[] = [];
  let length = 0;
  const take = (part: Buffer) => {
    length += part.length;
    if (length <= maxLineBytes) parts.push(part);
    else parts = [];
  };
  const finish = (): ByteLine => {
    const line = { bytes: length <= maxLineBytes ? Buffer.concat(parts) : null, length };
    parts = [];
    length = 0;
    return line;
  };
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    let from = 0;
    for (;;) {
      const lineEnd = chunk.indexOf(LINE_FEED, from);
      if (lineEnd === -1) break;
      take(chunk.subarray(from, lineEnd));
      yield finish();
      from = lineEnd + 1;
    }
    take(chunk.subarray(from));
  }
  if (length > 0) yield finish();
}
