/** Text of an answer, or the passages that a citation marker in it names. */
export type MarkedPiece =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'marker'; readonly numbers: readonly number[] };

const OPENING = /[[［【]/u;
const LIST = String.raw`\d{1,3}(?:\s?[,，、;；–—~-]\s?\^?\d{1,3})*`;
/** `[1]`, `[1, 2]`, `[1-3]`, `【1】`, `［1］`, `[^1]`, `【1†source】` */
const MARKER = new RegExp(`^[[［【]\\^?\\s?(${LIST})\\s?(?:†[^\\]］】\\n]{0,40})?[\\]］】]`, 'u');
/** What could still become a marker when more arrives. */
const MARKER_BEGUN = new RegExp(
  `^[[［【]\\^?\\s?(?:${LIST}\\s?(?:[,，、;；–—~-]\\s?\\^?)?(?:†[^\\]］】\\n]{0,40})?)?$`,
  'u',
);
/** The address of a Markdown link, `[1](https://…)`, which no citation has. */
const LINK_TARGET = /^\([^()\s]{0,500}\)/u;
const LINK_TARGET_BEGUN = /^\([^()\s]{0,500}$/u;
const LONGEST_RANGE = 10;

/**
 * Parses citation markers out of text that arrives in pieces. A marker cut in two is held back
 * until it closes or can no longer become one; everything else passes at once. However the text is
 * cut, the pieces join to the same text and markers.
 */
export class CitationMarkerStream {
  #held = '';

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
      if (text !== '') pieces.push({ type: 'text', text });
      text = '';
    };
    while (rest !== '') {
      const opening = rest.search(OPENING);
      if (opening !== 0) {
        text += opening < 0 ? rest : rest.slice(0, opening);
        rest = opening < 0 ? '' : rest.slice(opening);
        continue;
      }
      const marker = MARKER.exec(rest);
      if (marker === null) {
        if (!ended && MARKER_BEGUN.test(rest)) break;
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
    if (rangeFrom !== null && number > rangeFrom && number - rangeFrom <= LONGEST_RANGE) {
      for (let between = rangeFrom + 1; between < number; between++) numbers.push(between);
    }
    numbers.push(number);
    rangeFrom = null;
  }
  return [...new Set(numbers)];
}
