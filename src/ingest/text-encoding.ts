import type { SkipCode } from '../core/ingest-result.ts';
import { cleanCharacters } from '../language/characters/clean-characters.ts';

export interface DecodedText {
  readonly text: string;
  /** What was guessed or repaired, for the report. */
  readonly warnings: readonly string[];
}

export interface UndecodableText {
  readonly code: Extract<SkipCode, 'binary' | 'unknown-encoding'>;
  readonly reason: string;
}

/** The most frequent characters of Chinese news, simplified and traditional. */
const FREQUENT_HAN = new Set(
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小现加都两体制机当使点从业本去把性好应开它合还因由其些前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又这個為國時來們對發會過說產種後學經進電體當從業應開還義間樣與關線內數' +
    '月记者报道市公司',
);

/** What Windows-1252 has at 0x80 to 0x9f, U+FFFD where nothing. */
const WINDOWS_1252_EXTRAS = '€�‚ƒ„…†‡ˆ‰Š‹Œ�Ž��‘’“”•–—˜™š›œ�žŸ';

/** Text of either language holds at least this share of them; misread bytes do not. */
const PLAUSIBLE_SHARE = 0.12;
const BINARY_SAMPLE_BYTES = 8192;

/**
 * Decodes the text of a file: by its byte order mark, else as UTF-8, else by the charset that it
 * declares, else as GB18030 or Big5 where the outcome reads like Chinese, else as Windows-1252
 * where nearly all of it is ASCII. What is binary, or nothing of these, is told apart.
 *
 * @param declared a charset that the content names itself, as an HTML page does
 */
export function decodeText(bytes: Uint8Array, declared?: string): DecodedText | UndecodableText {
  const marked = decodeMarked(bytes);
  if (marked !== undefined) return finish(marked, []);
  if (isBinary(bytes)) {
    return { code: 'binary', reason: 'Expected text; found binary data (zero or control bytes).' };
  }
  const utf8 = decodeStrictly(bytes, 'utf-8');
  if (utf8 !== undefined) return finish(utf8, []);
  if (declared !== undefined) {
    const text = decodeStrictly(bytes, declared);
    if (text !== undefined) return finish(text, []);
  }
  for (const encoding of ['gb18030', 'big5']) {
    const text = decodeStrictly(bytes, encoding);
    if (text !== undefined && isPlausibleChinese(text)) {
      return finish(text, [`Read as ${encoding.toUpperCase()}, since it is not UTF-8.`]);
    }
  }
  if (countHighBytes(bytes) < 0.05 * bytes.length) {
    return finish(decodeWindows1252(bytes), ['Read as Windows-1252, since it is not UTF-8.']);
  }
  return {
    code: 'unknown-encoding',
    reason: 'Expected UTF-8 or GB18030; the bytes are neither. Save the file as UTF-8.',
  };
}

function finish(decoded: string, warnings: readonly string[]): DecodedText {
  const { text, removed } = cleanCharacters(decoded);
  if (removed === 0) return { text, warnings };
  return { text, warnings: [...warnings, describeRemoved(removed)] };
}

/** The remark on invisible characters that were taken out of a text. */
export function describeRemoved(count: number): string {
  return `${count} invisible or control character${count === 1 ? ' was' : 's were'} removed.`;
}

function decodeMarked(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return decodeStrictly(bytes, 'utf-8');
  if (first === 0xff && second === 0xfe) return decodeStrictly(bytes, 'utf-16le');
  if (first === 0xfe && second === 0xff) return decodeStrictly(bytes, 'utf-16be');
  return undefined;
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined; // Not this encoding, or not one that is known.
  }
}

/** Node's own decoder of this name leaves 0x80 to 0x9f as control characters. */
function decodeWindows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return latin1.replace(/[\u0080-\u009f]/gu, (control) =>
    WINDOWS_1252_EXTRAS.charAt(control.charCodeAt(0) - 0x80),
  );
}

function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, BINARY_SAMPLE_BYTES);
  let controls = 0;
  for (const byte of sample) {
    if (byte === 0) return true;
    if (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b) controls++;
  }
  return controls > 0.02 * sample.length;
}

function isPlausibleChinese(text: string): boolean {
  let han = 0;
  let frequent = 0;
  for (const [character] of text.matchAll(/\p{Script=Han}/gu)) {
    han++;
    if (FREQUENT_HAN.has(character)) frequent++;
  }
  return han > 0 && frequent >= PLAUSIBLE_SHARE * han;
}

function countHighBytes(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) if (byte >= 0x80) count++;
  return count;
}
