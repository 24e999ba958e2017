import { createReadStream } from 'node:fs';
import { access, constants, readFile as readBytes } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { createGunzip, gunzip } from 'node:zlib';
import { describeFailure, failureCode } from './describe-failure.ts';
import {
  type Contents,
  type InputDocument,
  type Reading,
  readingOf,
  skippedFile,
} from './readers/reading.ts';
import type { UnpackBudget } from './readers/zip.ts';
import { decodeText } from './text-encoding.ts';
import type { InputFile } from './walk-files.ts';

/** What is read at most; whatever is beyond is left out with a reason. */
export interface ReadLimits {
  /** Bytes of a file that is read as a whole, unpacked; JSON Lines are not. */
  readonly maxFileBytes: number;
  /** Bytes of one line of JSON Lines. */
  readonly maxLineBytes: number;
  /** Bytes of JSON Lines, unpacked, and their number: what comes after that is left out. */
  readonly maxUnpackedBytes: number;
  readonly maxLines: number;
  /** Of an archive, with all archives in it: bytes unpacked, and files. */
  readonly maxArchiveBytes: number;
  readonly maxArchiveFiles: number;
  /** Archives and mails within each other. */
  readonly maxNesting: number;
  /** Milliseconds for a file whose pages are laid out (PDF). */
  readonly timeoutMs: number;
}

export const DEFAULT_READ_LIMITS: ReadLimits = {
  maxFileBytes: 64 * 2 ** 20,
  maxLineBytes: 8 * 2 ** 20,
  maxUnpackedBytes: 2 * 2 ** 30,
  maxLines: 2_000_000,
  maxArchiveBytes: 512 * 2 ** 20,
  maxArchiveFiles: 20_000,
  maxNesting: 3,
  timeoutMs: 60_000,
};

/** What a file gave, or a file in an archive. */
export interface DocumentReading {
  /** Its name; of a file in an archive `archive.zip/folder/name`. */
  readonly path: string;
  readonly reading: Reading;
}

interface ReadContext {
  readonly limits: ReadLimits;
  readonly budget: UnpackBudget;
}

type Reader = (bytes: Uint8Array, context: ReadContext) => Promise<Contents>;

const META_CHARSET = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/iu;
const XML_ENCODING = /^[^<]{0,8}<\?xml[^>]{0,80}encoding\s*=\s*["']([\w-]+)/iu;
const CHARSET_SAMPLE_BYTES = 4096;

const noCharset = () => undefined;
const readText = textReader(async () => (await import('./readers/plain-text.ts')).readPlainText);
const readMarkdown = textReader(async () => (await import('./readers/markdown.ts')).readMarkdown);
const readHtml = textReader(
  async () => (await import('./readers/html.ts')).readHtml,
  (start) => META_CHARSET.exec(start)?.[1] ?? XML_ENCODING.exec(start)?.[1],
);
const readJson = textReader(async () => (await import('./readers/json.ts')).readJson);
const readCsv = textReader(async () => (await import('./readers/csv.ts')).readCsv);
const readFeed = textReader(
  async () => (await import('./readers/feed.ts')).readFeed,
  (start) => XML_ENCODING.exec(start)?.[1],
);
const readLines: Reader = async (bytes, { limits }) =>
  (await import('./readers/json-lines.ts')).readJsonLines(Readable.from([bytes]), limits);
const readMail: Reader = async (bytes) => (await import('./readers/mail.ts')).readMail(bytes);

/** How each kind of file is read, by the end of its name; each also with `.gz` behind it. */
const READERS: Readonly<Record<string, Reader>> = {
  '.txt': readText,
  '.text': readText,
  '.md': readMarkdown,
  '.markdown': readMarkdown,
  '.html': readHtml,
  '.htm': readHtml,
  '.xhtml': readHtml,
  '.json': readJson,
  '.jsonl': readLines,
  '.ndjson': readLines,
  '.csv': readCsv,
  '.tsv': readCsv,
  '.rss': readFeed,
  '.atom': readFeed,
  '.rdf': readFeed,
  '.xml': readFeed,
  '.eml': readMail,
  '.mht': readMail,
  '.mhtml': readMail,
  '.docx': async (bytes, { budget }) => (await import('./readers/docx.ts')).readDocx(bytes, budget),
  '.epub': async (bytes, { budget }) => (await import('./readers/epub.ts')).readEpub(bytes, budget),
  '.pdf': async (bytes, { limits }) =>
    (await import('./readers/pdf.ts')).readPdf(bytes, limits.timeoutMs),
  '.zip': async (bytes, { limits, budget }) => ({
    ...readingOf([]),
    documents: (await import('./readers/zip.ts')).unpackZip(bytes, limits.maxFileBytes, budget),
  }),
};

/** Kinds that people try and that are not read, with what to do. */
const UNREAD: Readonly<Record<string, string>> = {
  '.doc': 'Save it as .docx.',
  '.rtf': 'Save it as .docx.',
  '.odt': 'Save it as .docx.',
  '.xlsx': 'Save it as .csv.',
  '.xls': 'Save it as .csv.',
  '.png': 'Text in pictures is not recognised.',
  '.jpg': 'Text in pictures is not recognised.',
  '.jpeg': 'Text in pictures is not recognised.',
  '.rar': 'Unpack it, or pack it as .zip.',
  '.7z': 'Unpack it, or pack it as .zip.',
  '.tar': 'Unpack it, or pack it as .zip.',
};

/** Ends of the names of files that are read. */
export const READABLE_EXTENSIONS: readonly string[] = Object.keys(READERS);

/**
 * Reads the articles of a document by the kind that its name shows, and those of the documents in
 * it. Never throws: what cannot be unpacked, decoded or understood gives a reading that says so.
 */
export async function* readDocument(
  document: InputDocument,
  limits: ReadLimits = DEFAULT_READ_LIMITS,
): AsyncGenerator<DocumentReading> {
  const budget = { bytes: limits.maxArchiveBytes, entries: limits.maxArchiveFiles };
  yield* readNested(document, { limits, budget }, 0);
}

/** The same of a file on disk. JSON Lines are not held in memory as a whole. */
export async function* readFile(
  file: InputFile,
  limits: ReadLimits,
): AsyncGenerator<DocumentReading> {
  const { path } = file;
  const { extension, isCompressed } = kindOf(path);
  try {
    await access(file.absolutePath, constants.R_OK);
  } catch (error) {
    yield { path, reading: skippedFile(failureCode(error), describeFailure(error)) };
    return;
  }
  if (file.bytes > 0 && (extension === '.jsonl' || extension === '.ndjson')) {
    const { readJsonLines } = await import('./readers/json-lines.ts');
    const bytes = createReadStream(file.absolutePath);
    const reading = await readJsonLines(isCompressed ? unpack(bytes) : bytes, limits);
    yield { path, reading };
    return;
  }
  // What is of no known kind is told of without being opened.
  const isRead = READERS[extension] !== undefined;
  if (isRead && file.bytes > limits.maxFileBytes) {
    yield { path, reading: tooLarge(limits.maxFileBytes) };
    return;
  }
  let bytes: Uint8Array;
  try {
    bytes = isRead ? await readBytes(file.absolutePath) : new Uint8Array();
  } catch (error) {
    yield { path, reading: skippedFile(failureCode(error), describeFailure(error)) };
    return;
  }
  yield* readDocument({ name: path, bytes }, limits);
}

async function* readNested(
  document: InputDocument,
  context: ReadContext,
  nesting: number,
): AsyncGenerator<DocumentReading> {
  const { name: path } = document;
  const { documents, ...reading } = await readOne(document, context);
  const { articles, skipped, warnings } = reading;
  if (documents === undefined || articles.length + skipped.length + warnings.length > 0) {
    yield { path, reading };
  }
  if (documents === undefined) return;
  try {
    for await (const inner of documents) {
      const name = `${path}/${inner.name}`;
      if ('reason' in inner) {
        yield { path: name, reading: skippedFile(inner.code, inner.reason) };
      } else if (nesting >= context.limits.maxNesting) {
        const reason = `It is in more than ${context.limits.maxNesting} archives within each other.`;
        yield { path: name, reading: skippedFile('too-large', reason) };
      } else {
        yield* readNested({ name, bytes: inner.bytes }, context, nesting + 1);
      }
    }
  } catch (error) {
    yield { path, reading: skippedFile('unreadable', describeFailure(error)) };
  }
}

async function readOne({ name, bytes }: InputDocument, context: ReadContext): Promise<Contents> {
  const { extension, isCompressed } = kindOf(name);
  const reader = READERS[extension];
  if (reader === undefined) {
    const advice = UNREAD[extension];
    const known = `${READABLE_EXTENSIONS.join(', ')}, or one of these with .gz`;
    return skippedFile(
      'unsupported-type',
      `Expected a file of type ${known}.${advice === undefined ? '' : ` ${advice}`}`,
    );
  }
  if (bytes.length === 0) return skippedFile('empty', 'The file has no bytes.');
  const { maxFileBytes } = context.limits;
  let content = bytes;
  try {
    if (isCompressed) {
      content = await promisify(gunzip)(bytes, { maxOutputLength: maxFileBytes });
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ERR_BUFFER_TOO_LARGE'
      ? tooLarge(maxFileBytes)
      : skippedFile('unreadable', `It cannot be unpacked: ${describeFailure(error)}`);
  }
  if (content.length > maxFileBytes) return tooLarge(maxFileBytes);
  try {
    return await reader(content, context);
  } catch (error) {
    return skippedFile('malformed', `It could not be understood: ${describeFailure(error)}`);
  }
}

function kindOf(name: string): { readonly extension: string; readonly isCompressed: boolean } {
  const lower = name.toLowerCase();
  const isCompressed = lower.endsWith('.gz');
  const extension = /\.[^./]*$/u.exec(isCompressed ? lower.slice(0, -3) : lower)?.[0] ?? '';
  return { extension, isCompressed };
}

/**
 * Reads a text: decodes it, and hands it to a reader that is loaded where one is needed.
 * @param findCharset what the first bytes, one a character, say of their charset
 */
function textReader(
  load: () => Promise<(text: string) => Reading>,
  findCharset: (start: string) => string | undefined = noCharset,
): Reader {
  return async (bytes) => {
    const start = Buffer.from(bytes.subarray(0, CHARSET_SAMPLE_BYTES)).toString('latin1');
    const decoded = decodeText(bytes, findCharset(start));
    if ('code' in decoded) return skippedFile(decoded.code, decoded.reason);
    if (decoded.text.trim() === '') return skippedFile('empty', 'The file holds no text.');
    const read = await load();
    const reading = read(decoded.text);
    const warnings = decoded.warnings.map((text) => ({ position: null, text }));
    return { ...reading, warnings: [...warnings, ...reading.warnings] };
  };
}

function tooLarge(maxBytes: number): Reading {
  const reason = `The file has more than ${maxBytes} bytes, which are all that is read at once. Split it, or save it as JSON Lines.`;
  return skippedFile('too-large', reason);
}

function unpack(source: Readable): Readable {
  const bytes = createGunzip();
  source.on('error', (error) => bytes.destroy(error));
  bytes.on('close', () => source.destroy());
  return source.pipe(bytes);
}
