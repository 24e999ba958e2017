import { createReadStream } from 'node:fs';
import { readFile as readBytes } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { describeFailure } from './describe-failure.ts';
import { readHtml } from './readers/html.ts';
import { readJson } from './readers/json.ts';
import { readJsonLines } from './readers/json-lines.ts';
import { readMarkdown } from './readers/markdown.ts';
import { readPlainText } from './readers/plain-text.ts';
import { type Reading, skippedFile } from './readers/reading.ts';
import { decodeText } from './text-encoding.ts';
import type { InputFile } from './walk-files.ts';

/** Sizes beyond which a file or a line is skipped, in bytes. */
export interface ReadLimits {
  /** Of a file that is read as a whole; JSON Lines are not. */
  readonly maxFileBytes: number;
  /** Of one line of JSON Lines. */
  readonly maxLineBytes: number;
  /** Of JSON Lines, unpacked, and their number: what comes after that is left out. */
  readonly maxUnpackedBytes: number;
  readonly maxLines: number;
}

type FileReader = (file: InputFile, limits: ReadLimits) => Promise<Reading>;

const META_CHARSET = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/iu;
const CHARSET_SAMPLE_BYTES = 4096;

/** How each kind of file is read, by the end of its name. */
const READERS: Readonly<Record<string, FileReader>> = {
  '.txt': wholeText(readPlainText),
  '.text': wholeText(readPlainText),
  '.md': wholeText(readMarkdown),
  '.markdown': wholeText(readMarkdown),
  '.html': wholeText(readHtml, declaredCharset),
  '.htm': wholeText(readHtml, declaredCharset),
  '.json': wholeText(readJson),
  '.json.gz': wholeText(readJson, () => undefined, readUnpacked),
  '.jsonl': readLines,
  '.ndjson': readLines,
  '.jsonl.gz': readCompressedLines,
  '.ndjson.gz': readCompressedLines,
};

/**
 * Reads the articles of a file by the kind that its name shows. Never throws: a file that cannot be
 * opened, decoded or understood gives a reading that says so.
 */
export async function readFile(file: InputFile, limits: ReadLimits): Promise<Reading> {
  const name = file.path.toLowerCase();
  const extension = Object.keys(READERS).find((candidate) => name.endsWith(candidate));
  const reader = extension === undefined ? undefined : READERS[extension];
  if (reader === undefined) {
    const known = Object.keys(READERS).join(', ');
    return skippedFile('unsupported-type', `Expected a file of type ${known}.`);
  }
  if (file.bytes === 0) return skippedFile('empty', 'The file has no bytes.');
  try {
    return await reader(file, limits);
  } catch (error) {
    return skippedFile('unreadable', describeFailure(error));
  }
}

function wholeText(
  read: (text: string) => Reading,
  findCharset: (bytes: Buffer) => string | undefined = () => undefined,
  loadBytes: (file: InputFile, maxBytes: number) => Promise<Buffer | null> = readWhole,
): FileReader {
  return async (file, { maxFileBytes }) => {
    const bytes = await loadBytes(file, maxFileBytes);
    if (bytes === null) {
      const reason = `The file has more than ${maxFileBytes} bytes, which are all that is read at once. Split it, or save it as JSON Lines.`;
      return skippedFile('too-large', reason);
    }
    const decoded = decodeText(bytes, findCharset(bytes));
    if ('code' in decoded) return skippedFile(decoded.code, decoded.reason);
    if (decoded.text.trim() === '') return skippedFile('empty', 'The file holds no text.');
    const reading = understand(read, decoded.text);
    const warnings = decoded.warnings.map((text) => ({ position: null, text }));
    return { ...reading, warnings: [...warnings, ...reading.warnings] };
  };
}

function understand(read: (text: string) => Reading, text: string): Reading {
  try {
    return read(text);
  } catch (error) {
    return skippedFile('malformed', `It could not be understood: ${describeFailure(error)}`);
  }
}

/** Bytes of a file, or null where it has more than may be read at once. */
async function readWhole(file: InputFile, maxBytes: number): Promise<Buffer | null> {
  return file.bytes > maxBytes ? null : await readBytes(file.absolutePath);
}

/** The same of a compressed file, unpacked no further than may be read. */
async function readUnpacked(file: InputFile, maxBytes: number): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of unpack(file) as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > maxBytes) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

async function readLines(file: InputFile, limits: ReadLimits): Promise<Reading> {
  return readJsonLines(createReadStream(file.absolutePath), limits);
}

async function readCompressedLines(file: InputFile, limits: ReadLimits): Promise<Reading> {
  return readJsonLines(unpack(file), limits);
}

function unpack(file: InputFile): Readable {
  const source = createReadStream(file.absolutePath);
  const bytes = createGunzip();
  source.on('error', (error) => bytes.destroy(error));
  bytes.on('close', () => source.destroy());
  return source.pipe(bytes);
}

function declaredCharset(bytes: Buffer): string | undefined {
  return META_CHARSET.exec(bytes.toString('latin1', 0, CHARSET_SAMPLE_BYTES))?.[1];
}
