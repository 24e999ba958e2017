import type { Readable } from 'node:stream';
import { describeFailure } from '../describe-failure.ts';
import { decodeText } from '../text-encoding.ts';
import { readJsonLine } from './json.ts';
import type { RawArticle, RawSkip, RawWarning, Reading } from './reading.ts';

const LINE_FEED = 0x0a;
const SPACE = 0x20;
/** Lines of a file that are skipped with a record each; further ones are counted. */
const MAX_SKIP_RECORDS = 1000;

/** How far a file of lines is read, and how long a line of it may be. */
export interface LineLimits {
  readonly maxLineBytes: number;
  readonly maxUnpackedBytes: number;
  readonly maxLines: number;
}

/**
 * Reads a file with one article, as a JSON object, on each line. Lines are taken from the stream
 * one at a time; one longer than `maxLineBytes` is skipped without being held in memory. Where the
 * stream breaks off or a limit is reached, the lines before that are kept.
 */
export async function readJsonLines(bytes: Readable, limits: LineLimits): Promise<Reading> {
  const { maxLineBytes, maxUnpackedBytes, maxLines } = limits;
  const articles: RawArticle[] = [];
  const skipped: RawSkip[] = [];
  const warnings: RawWarning[] = [];
  let position = 0;
  let uncounted = 0;
  const take = (line: ByteLine) => {
    if (line.bytes?.every((byte) => byte <= SPACE) === true) return;
    const read = readLine(line, position, maxLineBytes);
    if (!('code' in read)) {
      articles.push(read.article);
      for (const text of read.warnings) warnings.push({ position, text });
    } else if (skipped.length < MAX_SKIP_RECORDS) {
      skipped.push({ position, title: null, ...read });
    } else uncounted++;
    position++;
  };
  const leaveOut = (code: RawSkip['code'], reason: string) =>
    skipped.push({ position: null, title: null, code, reason });
  try {
    const lines = new ByteLines(maxLineBytes);
    let unpacked = 0;
    let seen = 0;
    for await (const part of bytes as AsyncIterable<Buffer>) {
      unpacked += part.length;
      for (const line of lines.add(part)) {
        seen++;
        if (seen <= maxLines) take(line);
      }
      if (seen <= maxLines && unpacked <= maxUnpackedBytes) continue;
      const limit = seen > maxLines ? `${maxLines} lines` : `${maxUnpackedBytes} bytes`;
      leaveOut('too-large', `The rest was left out: at most ${limit} are read. Split the file.`);
      break;
    }
    if (seen <= maxLines && unpacked <= maxUnpackedBytes)
      for (const line of lines.end()) take(line);
  } catch (error) {
    leaveOut('unreadable', `After ${position} lines: ${describeFailure(error)}`);
  }
  if (uncounted > 0) leaveOut('malformed', `${uncounted} more lines could not be read either.`);
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

/** Cuts lines out of a stream of bytes; of a line too long only its length is kept. */
class ByteLines {
  readonly #maxLineBytes: number;
  #parts: Buffer[] = [];
  #length = 0;

  constructor(maxLineBytes: number) {
    this.#maxLineBytes = maxLineBytes;
  }

  *add(bytes: Buffer): Generator<ByteLine> {
    let from = 0;
    for (;;) {
      const lineEnd = bytes.indexOf(LINE_FEED, from);
      if (lineEnd === -1) break;
      this.#take(bytes.subarray(from, lineEnd));
      yield this.#finish();
      from = lineEnd + 1;
    }
    this.#take(bytes.subarray(from));
  }

  *end(): Generator<ByteLine> {
    if (this.#length > 0) yield this.#finish();
  }

  #take(part: Buffer): void {
    this.#length += part.length;
    if (this.#length <= this.#maxLineBytes) this.#parts.push(part);
    else this.#parts = [];
  }

  #finish(): ByteLine {
    const length = this.#length;
    const bytes = length <= this.#maxLineBytes ? Buffer.concat(this.#parts) : null;
    this.#parts = [];
    this.#length = 0;
    return { bytes, length };
  }
}
