import { fromBufferPromise, type ZipFile } from 'yauzl';
import { describeFailure } from '../describe-failure.ts';
import { decodeText } from '../text-encoding.ts';
import type { InputDocument, LeftOutDocument } from './reading.ts';

/** What may be unpacked of an archive and of all archives in it, counted down as it is. */
export interface UnpackBudget {
  bytes: number;
  entries: number;
}

/** A file in an archive. */
export interface ZipEntry {
  /** With forward slashes, never upwards. */
  readonly name: string;
  /** Its bytes, or why they are not to be had. */
  readonly read: () => Promise<Buffer | Pick<LeftOutDocument, 'code' | 'reason'>>;
}

const UTF8_NAME = 0x800;

/**
 * The files of a zip archive, in its order; folders and what programs keep for themselves
 * (`.DS_Store`, `__MACOSX`) are passed over. Sizes that an archive states are not believed: bytes
 * count as they come out.
 *
 * @param maxEntryBytes of a file, unpacked
 * @throws {Error} when it is no zip archive, or has more entries than the budget
 */
export async function* readZip(
  bytes: Uint8Array,
  maxEntryBytes: number,
  budget: UnpackBudget,
): AsyncGenerator<ZipEntry> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const archive = await fromBufferPromise(buffer, { decodeStrings: false, lazyEntries: true });
  try {
    for await (const entry of archive.eachEntry()) {
      budget.entries--;
      if (budget.entries < 0) throw new Error('It holds more files than are read; split it');
      const name = entryName(entry.fileNameRaw, (entry.generalPurposeBitFlag & UTF8_NAME) !== 0);
      if (name.endsWith('/') || isPrivate(name)) continue;
      yield { name, read: () => readEntry(archive, entry, maxEntryBytes, budget) };
    }
  } finally {
    archive.close();
  }
}

/** The files of an archive as documents, those that cannot be had with the reason. */
export async function* unpackZip(
  bytes: Uint8Array,
  maxEntryBytes: number,
  budget: UnpackBudget,
): AsyncGenerator<InputDocument | LeftOutDocument> {
  for await (const { name, read } of readZip(bytes, maxEntryBytes, budget)) {
    const content = await read();
    yield 'reason' in content ? { name, ...content } : { name, bytes: content };
  }
}

async function readEntry(
  archive: ZipFile,
  entry: Parameters<ZipFile['openReadStreamPromise']>[0],
  maxBytes: number,
  budget: UnpackBudget,
): Promise<Buffer | Pick<LeftOutDocument, 'code' | 'reason'>> {
  if (entry.isEncrypted()) {
    return { code: 'unreadable', reason: 'It is encrypted with a password. Unpack it first.' };
  }
  if (!entry.canDecodeFileData()) {
    const reason = `It is packed by method ${entry.compressionMethod}, which is not known. Unpack it first.`;
    return { code: 'unreadable', reason };
  }
  const parts: Buffer[] = [];
  let length = 0;
  try {
    const stream = await archive.openReadStreamPromise(entry);
    for await (const part of stream as AsyncIterable<Buffer>) {
      length += part.length;
      budget.bytes -= part.length;
      if (length > maxBytes || budget.bytes < 0) {
        stream.destroy();
        const limit = length > maxBytes ? `${maxBytes} bytes a file` : 'so many bytes an archive';
        return { code: 'too-large', reason: `At most ${limit} are unpacked; it has more.` };
      }
      parts.push(part);
    }
  } catch (error) {
    return { code: 'unreadable', reason: `It cannot be unpacked: ${describeFailure(error)}` };
  }
  return Buffer.concat(parts);
}

/** Chinese versions of Windows write names in GB18030 and do not say so. */
function entryName(raw: Uint8Array, isUtf8: boolean): string {
  const decoded = isUtf8 ? { text: Buffer.from(raw).toString('utf8') } : decodeText(raw);
  const written = 'text' in decoded ? decoded.text : Buffer.from(raw).toString('latin1');
  return written
    .replaceAll('\\', '/')
    .split('/')
    .filter(
      (part, place, parts) =>
        (part !== '' || place === parts.length - 1) && !/^\.{1,2}$/u.test(part),
    )
    .join('/');
}

function isPrivate(name: string): boolean {
  return name.split('/').some((part) => part.startsWith('.') || part === '__MACOSX');
}
