import { LINK_ADDRESS } from './plain-text.ts';

/** Text of an answer, or the passages that a citation marker in it names. */
export type MarkedPiece =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'marker'; readonly numbers: readonly number[] };

const OPENING = /[[［【(（⁰¹²³⁴-⁹]/u;
/** What some models write before the number: `[Passage 12]`, （段落11）. */
const LABEL = String.raw`(?:(?:passages?|sources?|段落|来源|引文)\s?#?)`;
const LIST = String.raw`\d{1,3}(?:\s?[,，、;；–—~-]\s?\^?\d{1,3})*`;
/** `[1]`, `[1, 2]`, `[1-3]`, `【1】`, `［1］`, `[^1]`, `【1†source】`, `[Passage 1]` */
const MARKER = new RegExp(
  `^[[［【]\\^?\\s?(?:${LABEL}\\s?)?(${LIST})\\s?(?:†[^\\]］】\\n]{0,40})?[\\]］】]`,
  'iu',
);
/** What could still become a marker when more arrives. */
const MARKER_BEGUN = new RegExp(
  `^[[［【]\\^?\\s?(?:[a-z]{1,8}|段落?|来源?|引文?)?\\s?#?\\s?(?:${LIST}\\s?(?:[,，、;；–—~-]\\s?\\^?)?(?:†[^\\]］】\\n]{0,40})?)?$`,
  'iu',
);
/** `(Passage 3)` anywhere; a bare `(1)` only where a clause ends behind it, since lists count so too. */
const ROUND = new RegExp(`^[(（]\\s?${LABEL}\\s?(${LIST})\\s?[)）]`, 'iu');
const BARE_ROUND = /^[(（](\d{1,2})[)）](?=\s*[。．.，,；;！!？?\n])/u;
const ROUND_BEGUN = new RegExp(
  `^[(（]\\s?(?:[a-z]{0,8}|段落?|来源?|引文?)\\s?#?\\s?(?:${LIST}\\s?)?$|^[(（]\\d{1,2}[)）]\\s*$`,
  'iu',
);
/** ¹ and ²³, though not the ² of km². */
const SUPERSCRIPT = /^[⁰¹²³⁴-⁹]+/u;
const UNIT = /(?:^|\P{L})(?:[kcdm]?m|ft|in)$|米$/u;
/** The address of a Markdown link, `[1](https://…)`, which no citation has. */
const LINK_TARGET = new RegExp(String.raw`^\(${LINK_ADDRESS}\)`, 'u');
const LINK_TARGET_BEGUN = new RegExp(String.raw`^\(${LINK_ADDRESS}(?:\([^()\s]{0,100})?$`, 'u');
const MAX_RANGE_DAYS = 10;
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/**
 * Parses citation markers out of text that arrives in pieces. A marker cut in two is held back
 * until it closes or can no longer become one; everything else passes at once. However the text is
 * cut, the pieces join to the same text and markers.
 */
export class CitationMarkerStream {
  #held = '';
  /** The end of the text handed out so far. */
  #last = '';

  /** What is certain once this piece has arrived. */
  push(piece: string): MarkedPiece[] {
    this.#held += piece;
    return this.#take(false);
  }

  /** What was held back. The stream can be used afresh afterwards. */
  end(): MarkedPiece[] {
    return this.#take(true);
  }

  #take(ended: boolean): MarkedPiece[] {
    const pieces: MarkedPiece[] = [];
    let text = '';
    let rest = this.#held;
    const flush = () => {
      if (text !== '') {
        pieces.push({ type: 'text', text });
        this.#last = text.slice(-8);
      }
      text = '';
    };
    while (rest !== '') {
      const opening = rest.search(OPENING);
      if (opening !== 0) {
        text += opening < 0 ? rest : rest.slice(0, opening);
        rest = opening < 0 ? '' : rest.slice(opening);
        continue;
      }
      const other = this.#otherMarker(rest, text);
      if (other !== null) {
        if (!ended && other.length === rest.length) break;
        flush();
        pieces.push({ type: 'marker', numbers: other.numbers });
        rest = rest.slice(other.length);
        continue;
      }
      const marker = MARKER.exec(rest);
      if (marker === null) {
        if (!ended && (MARKER_BEGUN.test(rest) || ROUND_BEGUN.test(rest))) break;
        text += rest.charAt(0);
        rest = rest.slice(1);
        continue;
      }
      const after = rest.slice(marker[0].length);
      const undecided = after === '' || LINK_TARGET_BEGUN.test(after);
      if (!ended && undecided) break;
      flush();
      pieces.push({ type: 'marker', numbers: readNumbers(marker[1] ?? '') });
      rest = after.slice(LINK_TARGET.exec(after)?.[0].length ?? 0);
    }
    this.#held = rest;
    flush();
    return pieces;
  }

  /** A marker in round brackets or raised figures. */
  #otherMarker(rest: string, text: string): { numbers: readonly number[]; length: number } | null {
    const before = text === '' ? this.#last : text;
    const raised = SUPERSCRIPT.exec(rest)?.[0];
    if (raised !== undefined) {
      if (before === '' || UNIT.test(before)) return null;
      return {
        numbers: [...raised].map((figure) => RAISED.indexOf(figure)),
        length: raised.length,
      };
    }
    const opensLine = before === '' || /\n\s*$/u.test(before);
    const round = ROUND.exec(rest) ?? (opensLine ? null : BARE_ROUND.exec(rest));
    if (round === null) return null;
    return { numbers: readNumbers(round[1] ?? ''), length: round[0].length };
  }
}

/** `1, 2` → 1, 2; `1-3` → 1, 2, 3. A range that is long or runs backwards is its two ends. */
function readNumbers(list: string): number[] {
  const numbers: number[] = [];
  let rangeFrom: number | null = null;
  for (const part of list.match(/\d+|[–—~-]/gu) ?? []) {
    if (!/^\d/.test(part)) {
      rangeFrom = numbers.at(-1) ?? null;
      continue;
    }
    const number = Number(part);
    if (rangeFrom !== null && number > rangeFrom && number - rangeFrom <= MAX_RANGE_DAYS) {
      for (let between = rangeFrom + 1; between < number; between++) numbers.push(between);
    }
    numbers.push(number);
    rangeFrom = null;
  }
  return [...new Set(numbers)];
}
