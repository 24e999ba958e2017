import mammoth from 'mammoth';
import { htmlToText } from './html.ts';
import { readTitledText } from './plain-text.ts';
import { type Reading, skippedFile } from './reading.ts';
import { xmlElements } from './xml.ts';
import { readZip, type UnpackBudget } from './zip.ts';

/** Bytes of the parts that hold text; a novel has two million. */
const MAX_TEXT_BYTES = 32 * 2 ** 20;

/**
 * Reads a Word document: its text with lists, tables and footnotes, read on as a text file. The
 * title is that of the first heading of the highest level, or of the document's properties.
 *
 * @throws {Error} when it is no zip archive, or its parts make no document
 */
export async function readDocx(bytes: Uint8Array, budget: UnpackBudget): Promise<Reading> {
  let properties = '';
  let unpacked = 0;
  // The library unpacks without a limit: what it will read is unpacked here first.
  for await (const { name, read } of readZip(bytes, MAX_TEXT_BYTES, budget)) {
    if (!/\.(?:xml|rels)$/iu.test(name)) continue;
    const part = await read();
    if ('reason' in part) return skippedFile(part.code, `${name}: ${part.reason}`);
    unpacked += part.length;
    if (unpacked > MAX_TEXT_BYTES) {
      return skippedFile('too-large', `At most ${MAX_TEXT_BYTES} bytes of text are read.`);
    }
    if (name === 'docProps/core.xml') properties = part.toString('utf8');
  }
  const { value: html } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    { convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
  );
  const heading = /<h1\b[^>]*>([\s\S]{1,2000}?)<\/h1>/u.exec(html);
  const title =
    (heading?.[1] === undefined ? '' : htmlToText(heading[1])) ||
    xmlElements(properties).find(({ name }) => name === 'title')?.text ||
    null;
  const text = htmlToText(heading === null ? html : html.replace(heading[0], ''));
  return readTitledText(text, title);
}
