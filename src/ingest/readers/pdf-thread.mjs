// A thread that takes PDF files apart. What a hostile file does to it (no end, no memory) ends with
// it: the one that asks stops it. Plain JavaScript, so that it begins without a compiler.
import { createRequire } from 'node:module';
import path from 'node:path';
import { parentPort } from 'node:worker_threads';
import { inflateSync } from 'node:zlib';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

const MAX_PAGES = 5_000;
/** Bytes of packed parts, pictures aside: a book of a thousand pages has ten million. */
const MAX_UNPACKED_BYTES = 256 * 2 ** 20;
const resources = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

class TooLarge extends Error {
  name = 'TooLarge';
}

/**
 * The library unpacks without a limit, in memory that no limit of a thread counts.
 * @param {Uint8Array} bytes
 */
function requireModestSize(bytes) {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let left = MAX_UNPACKED_BYTES;
  for (let at = file.indexOf('stream'); at !== -1; at = file.indexOf('stream', at + 6)) {
    const dictionary = file.toString('latin1', Math.max(0, at - 400), at);
    const own = dictionary.slice(dictionary.lastIndexOf(' obj') + 1);
    if (!/\/Fl(?:ateDecode)?\b/.test(own) || own.includes('/Image')) continue;
    const start = at + 6 + (file[at + 6] === 13 ? 2 : 1);
    try {
      left -= inflateSync(file.subarray(start), { maxOutputLength: left }).length;
    } catch (error) {
      if (error.code !== 'ERR_BUFFER_TOO_LARGE') continue; // The library may mend it.
      throw new TooLarge(`At most ${MAX_UNPACKED_BYTES} bytes of it are unpacked; it has more.`);
    }
  }
}

/** @param {Uint8Array} bytes */
async function takeApart(bytes) {
  requireModestSize(bytes);
  const task = getDocument({
    data: bytes,
    cMapUrl: `${resources}/cmaps/`,
    standardFontDataUrl: `${resources}/standard_fonts/`,
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
  });
  try {
    const document = await task.promise;
    if (document.numPages > MAX_PAGES) {
      throw new TooLarge(`It has ${document.numPages} pages; at most ${MAX_PAGES} are read.`);
    }
    const pages = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const [, bottom, , top] = page.view;
      const { items } = await page.getTextContent();
      const pieces = items
        .filter((item) => 'str' in item)
        .map(({ str, transform, width, height, hasEOL }) => ({
          text: str,
          left: transform[4],
          baseline: transform[5],
          width,
          height,
          endsLine: hasEOL,
        }));
      pages.push({ bottom, top, pieces });
      page.cleanup();
    }
    const { info } = await document.getMetadata();
    return { pages, title: typeof info.Title === 'string' ? info.Title.trim() : '' };
  } finally {
    await task.destroy();
  }
}

parentPort.on('message', async ({ bytes }) => {
  try {
    parentPort.postMessage(await takeApart(bytes));
  } catch (error) {
    parentPort.postMessage({ failure: { name: error.name, message: error.message } });
  }
});
