import type { Span } from '../../core/span.ts';
import { foldText } from '../../language/characters/fold.ts';

/** What may differ between words and their quotation: space, width, case, punctuation. */
const IGNORED = /[\s\p{P}\p{S}]/u;
/** What a verbatim piece may begin after and end before, so that 不 is not cut off its verb. */
const BOUNDARY = /[\s\p{P}]/u;
interface Bare {
  readonly text: string;
  /** Place of each kept code unit in the original. */
  readonly origin: readonly number[];
}

/** Letters and digits alone, and where each stood. Signs of amounts (%, ‰, currencies) are kept. */
function bare(text: string): Bare {
  const folded = foldText(text);
  let kept = '';
  const origin: number[] = [];
  for (let i = 0; i < folded.length; i++) {
    const character = folded.charAt(i);
    const betweenDigits =
      (character === '.' || character === ',') &&
      /\d/.test(folded.charAt(i - 1)) &&
      /\d/.test(folded.charAt(i + 1));
    if (IGNORED.test(character) && !betweenDigits && !/[%‰$€£¥]/.test(character)) continue;
    kept += character;
    origin.push(i);
  }
  return { text: kept, origin };
}

/**
 * Whether a text stands in another word for word, but for space, case and punctuation, beginning
 * and ending where a clause or (in English) a word does.
 */
export function occursVerbatim(piece: string, whole: string): boolean {
  return findVerbatim(piece, whole) !== null;
}

/** Where in `whole` a piece stands word for word, or null. Offsets are on `whole`. */
export function findVerbatim(piece: string, whole: string): Span | null {
  const wanted = bare(piece);
  const there = bare(whole);
  if (wanted.text === '') return null;
  for (
    let at = there.text.indexOf(wanted.text);
    at >= 0;
    at = there.text.indexOf(wanted.text, at + 1)
  ) {
    const start = there.origin[at] ?? 0;
    const end = (there.origin[at + wanted.text.length - 1] ?? 0) + 1;
    const opens = start === 0 || BOUNDARY.test(whole.charAt(start - 1));
    const closes = end === whole.length || BOUNDARY.test(whole.charAt(end));
    if (opens && closes) return { start, end };
  }
  return null;
}

/** Whether a quoted name or phrase occurs in a text, wherever it begins. */
export function occursInside(piece: string, whole: string): boolean {
  const wanted = bare(piece).text;
  return wanted !== '' && bare(whole).text.includes(wanted);
}
