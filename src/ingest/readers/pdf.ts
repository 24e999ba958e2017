import { Worker } from 'node:worker_threads';
import { replaceRadicals } from '../../language/characters/radicals.ts';
import { joinPdfLines, type PdfLine } from './pdf-lines.ts';
import { readTitledText } from './plain-text.ts';
import { type Reading, skippedFile } from './reading.ts';

const MEMORY_MB = 1024;
/** Titles that programs write and people do not. */
const NO_TITLE =
  /^(?:untitled|about:blank|document\d*|无标题|未命名|microsoft word.*|.*\.\w{2,5})$/iu;

/** Words that stand together on a page, as the file has them; lengths in points. */
interface PdfPiece {
  readonly text: string;
  readonly left: number;
  readonly baseline: number;
  readonly width: number;
  readonly height: number;
  readonly endsLine: boolean;
}

/** What the thread answers. */
type PdfParts =
  | {
      readonly pages: readonly {
        readonly bottom: number;
        readonly top: number;
        readonly pieces: readonly PdfPiece[];
      }[];
      readonly title: string;
    }
  | { readonly failure: { readonly name: string; readonly message: string } };

/**
 * Reads the text of a PDF file, its lines joined to paragraphs, and reads it on as a text file. What
 * repeats in the margins of pages (page numbers, names of papers) is left out.
 *
 * @param timeoutMs after which it is given up, in milliseconds
 * @throws {Error} when it is no PDF file, or is damaged beyond repair
 */
export async function readPdf(bytes: Uint8Array, timeoutMs: number): Promise<Reading> {
  const parts = await takeApart(bytes, timeoutMs);
  if ('failure' in parts) {
    const { name, message } = parts.failure;
    if (name === 'TooLarge') return skippedFile('too-large', message);
    if (name !== 'PasswordException') throw new Error(message);
    return skippedFile('unreadable', 'It is encrypted with a password. Save it without one.');
  }
  const { text, headline } = joinPdfLines(
    parts.pages.map(({ pieces, ...page }) => ({ ...page, lines: linesOf(pieces) })),
  );
  if (text === '') {
    const reason =
      'Its pages are pictures without text, which is not recognised here. Run a program for text recognition (OCR) on it first.';
    return skippedFile('no-body', reason);
  }
  const title = parts.title === '' || NO_TITLE.test(parts.title) ? headline : parts.title;
  // Browsers write radicals in place of words, in the text and not in the title.
  return readTitledText(replaceRadicals(text), title && replaceRadicals(title));
}

/** Kept for the next file: loading the library takes as long as reading a short one. */
let idleThread: Worker | undefined;

function takeApart(bytes: Uint8Array, timeoutMs: number): Promise<PdfParts> {
  const thread =
    idleThread ??
    new Worker(new URL('./pdf-thread.mjs', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
      // Remarks of the library on files are nobody's.
      stdout: true,
      stderr: true,
    });
  idleThread = undefined;
  thread.ref();
  return new Promise<PdfParts>((resolve) => {
    const settle = (parts: PdfParts, isUsable: boolean) => {
      clearTimeout(timer);
      thread.off('error', onError);
      thread.off('message', onMessage);
      if (isUsable && idleThread === undefined) {
        thread.unref();
        idleThread = thread;
      } else {
        // What becomes of it now is nobody's.
        thread.on('error', () => {});
        void thread.terminate();
      }
      resolve(parts);
    };
    const tooLarge = (message: string): PdfParts => ({ failure: { name: 'TooLarge', message } });
    const onMessage = (parts: PdfParts) => settle(parts, true);
    const onError = (error: NodeJS.ErrnoException) => {
      const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      const { name, message } = error;
      const failure = isMemory
        ? tooLarge(`It needs more than ${MEMORY_MB} MB of memory. Split it.`)
        : { failure: { name, message } };
      settle(failure, false);
    };
    const timer = setTimeout(() => {
      settle(tooLarge(`It was not read within ${timeoutMs / 1000} s. Split it.`), false);
    }, timeoutMs);
    thread.on('error', onError);
    thread.on('message', onMessage);
    // A copy: what is given is somebody's, and the thread keeps it.
    const copy = Uint8Array.from(bytes);
    thread.postMessage({ bytes: copy }, [copy.buffer]);
  });
}

function linesOf(pieces: readonly PdfPiece[]): PdfLine[] {
  const lines: PdfLine[] = [];
  let open: PdfPiece[] = [];
  const close = () => {
    const seen = open.filter(({ text }) => text.trim() !== '');
    const [first] = seen;
    const last = seen.at(-1);
    const text = open.map((piece) => piece.text).join('');
    open = [];
    if (first === undefined || last === undefined) return;
    lines.push({
      text: text.trim(),
      left: first.left,
      right: last.left + last.width,
      baseline: first.baseline,
      size: seen.reduce((largest, { height }) => Math.max(largest, height), 0),
    });
  };
  for (const piece of pieces) {
    open.push(piece);
    if (piece.endsLine) close();
  }
  close();
  return lines;
}
