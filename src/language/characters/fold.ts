const FULL_WIDTH_FIRST = 0xff01;
const FULL_WIDTH_LAST = 0xff5e;
const FULL_WIDTH_OFFSET = 0xfee0;
const IDEOGRAPHIC_SPACE = 0x3000;
/** Below it there is only ASCII. */
const FIRST_NON_ASCII = 0x80;
/** Latin, Greek and Cyrillic letters, the ones that have case and accents. */
const LAST_CASED = 0x052f;
const FIRST_LATIN_ADDITIONAL = 0x1e00;
const LAST_LATIN_ADDITIONAL = 0x1eff;

/** `Ａ` → `A`, `　` → space. */
function halfWidthCodeUnit(code: number): number {
  if (code >= FULL_WIDTH_FIRST && code <= FULL_WIDTH_LAST) return code - FULL_WIDTH_OFFSET;
  return code === IDEOGRAPHIC_SPACE ? 0x20 : code;
}

/**
 * One code unit without width, case and accent: `Ａ` → `a`, `É` → `e`. What has no single-unit
 * folded form stays as it is.
 */
function foldCodeUnit(original: number): number {
  const code = halfWidthCodeUnit(original);
  const cased =
    code <= LAST_CASED || (code >= FIRST_LATIN_ADDITIONAL && code <= LAST_LATIN_ADDITIONAL);
  if (!cased) return code;
  const character = String.fromCharCode(code);
  const folded = (character.normalize('NFD')[0] ?? character).toLowerCase();
  return folded.length === 1 ? folded.charCodeAt(0) : code;
}

const HALF_WIDTH = Uint16Array.from({ length: 0x10000 }, (_, code) => halfWidthCodeUnit(code));
const FOLDED = Uint16Array.from({ length: 0x10000 }, (_, code) => foldCodeUnit(code));

/** A text with another code unit in place of each one of a table of 65,536. Same length. */
export function mapCodeUnits(text: string, table: Uint16Array): string {
  let mapped = '';
  let copied = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const target = table[code] ?? code;
    if (target === code) continue;
    mapped += text.slice(copied, i) + String.fromCharCode(target);
    copied = i + 1;
  }
  return copied === 0 ? text : mapped + text.slice(copied);
}

/**
 * A text in the form that words are compared in: half-width, lower case, without accents. It has
 * the length of the original, and every code unit keeps its place, so offsets hold on both.
 */
export function foldText(text: string): string {
  let ascii = true;
  for (let i = 0; i < text.length && ascii; i++) ascii = text.charCodeAt(i) < FIRST_NON_ASCII;
  return ascii ? text.toLowerCase() : mapCodeUnits(text, FOLDED);
}

/** A text with half-width letters, digits and punctuation; case is kept, and so are offsets. */
export function toHalfWidth(text: string): string {
  return mapCodeUnits(text, HALF_WIDTH);
}
