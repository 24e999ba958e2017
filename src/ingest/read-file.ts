import { createReadStream } from 'node:fs';
import { readFile as readBytes } from 'node:fs/promises';
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
): FileReader {
  return async (file, { maxFileBytes }) => {
    if (file.bytes > maxFileBytes) {
      const reason = `The file has ${file.bytes} bytes; at most ${maxFileBytes} are read. Split it, or save it as JSON Lines.`;
      return skippedFile('too-large', reason);
    }
    const bytes = await readBytes(file.absolutePath);
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

async function readLines(file: InputFile, { maxLineBytes }: ReadLimits): Promise<Reading> {
  return readJsonLines(createReadStream(file.absolutePath), maxLineBytes);
}

async function readCompressedLines(
  file: InputFile,
  { maxLineBytes }: ReadLimits,
): Promise<Reading> {
  const source = createReadStream(file.absolutePath);
  const bytes = createGunzip();
  source.on('error', (error) => bytes.destroy(error));
  return readJsonLines(source.pipe(bytes), maxLineBytes);
}

function declaredCharset(bytes: Buffer): string | undefined {
  return META_CHARSET.exec(bytes.toString('latin1', 0, CHARSET_SAMPLE_BYTES))?.[1];
}
