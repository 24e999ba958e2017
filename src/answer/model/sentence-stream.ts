import { splitSentences } from '../../language/segment/sentences.ts';
import { CitationMarkerStream, type MarkedPiece } from './citation-marker-stream.ts';

/** A sentence the model wrote, with the numbers of the passages it cites. */
export interface WrittenSentence {
  /** White space, line breaks and list marks before it. */
  readonly lead: string;
  readonly text: string;
  readonly cited: readonly number[];
}

/** Inside an open quotation or bracket a full stop ends nothing, up to this length. */
const MAX_OPEN_LENGTH = 600;
/** A sentence that is longer ends here, wherever that is: what has no end is no sentence. */
const MAX_SENTENCE_LENGTH = 4_000;
/** Without one of these, new text ends no sentence. */
const MAY_END = /[。．.！!？?；;…\n\r\u2028\u2029]/u;
const PAIRS: readonly (readonly [string, string])[] = [
  ['“', '”'],
  ['「', '」'],
  ['『', '』'],
  ['《', '》'],
  ['（', '）'],
  ['(', ')'],
];

/**
 * Cuts a model's text into sentences while it arrives. A sentence is whole when another has begun
 * after it; markers belong to the sentence they stand in or follow.
 */
export class SentenceStream {
  readonly #markers = new CitationMarkerStream();
  #text = '';
  #cited: { at: number; numbers: readonly number[] }[] = [];
  /** Whether the text that is held could hold the end of a sentence. */
  #mayEnd = false;

  push(piece: string): WrittenSentence[] {
    this.#add(this.#markers.push(piece));
    this.#mayEnd ||= MAY_END.test(piece);
    if (this.#text.length > MAX_SENTENCE_LENGTH) return [...this.#take(false), ...this.#cut()];
    // The text is looked at again only where that can give something new.
    return !this.#mayEnd || isOpen(this.#text) ? [] : this.#take(false);
  }

  end(): WrittenSentence[] {
    this.#add(this.#markers.end());
    return this.#take(true);
  }

  /** What is still longer than any sentence, as one. */
  #cut(): WrittenSentence[] {
    return this.#text.length > MAX_SENTENCE_LENGTH ? this.#take(true) : [];
  }

  #add(pieces: readonly MarkedPiece[]): void {
    for (const piece of pieces) {
      if (piece.type === 'marker') {
        this.#cited.push({ at: this.#text.length, numbers: piece.numbers });
        // The space before a marker is the marker's: `会议举行 [1]。`
        continue;
      }
      const previous = this.#cited.at(-1);
      const afterMarker = previous !== undefined && previous.at === this.#text.length;
      if (afterMarker && /^\s*[。．.，,！？!?；;]/u.test(piece.text)) {
        this.#text = this.#text.trimEnd();
        previous.at = this.#text.length;
      }
      this.#text += piece.text;
    }
  }

  #take(ended: boolean): WrittenSentence[] {
    const spans = splitSentences(this.#text);
    const whole = ended ? spans : spans.slice(0, -1);
    const sentences: WrittenSentence[] = [];
    let from = 0;
    for (const [i, { start, end }] of whole.entries()) {
      const until = spans[i + 1]?.start ?? this.#text.length;
      // A marker right where the next sentence begins follows this one.
      const cited = this.#cited.filter(({ at }) => at > start && at <= until);
      const opening = i === 0 ? this.#cited.filter(({ at }) => at <= start) : [];
      sentences.push({
        lead: this.#text.slice(from, start),
        text: this.#text.slice(start, end),
        cited: [...new Set([...opening, ...cited].flatMap(({ numbers }) => numbers))],
      });
      from = end;
    }
    if (ended || whole.length > 0) this.#mayEnd = MAY_END.test(this.#text.slice(from));
    if (ended) {
      this.#text = '';
      this.#mayEnd = false;
      this.#cited = [];
    } else if (whole.length > 0) {
      // What stands between two sentences leads the next one; its markers were the last one's.
      const next = spans.at(-1)?.start ?? this.#text.length;
      this.#cited = this.#cited
        .filter(({ at }) => at > next)
        .map(({ at, numbers }) => ({ at: at - from, numbers }));
      this.#text = this.#text.slice(from);
    }
    return sentences;
  }
}

function isOpen(text: string): boolean {
  if (text.length > MAX_OPEN_LENGTH) return false;
  return PAIRS.some(([open, close]) => text.lastIndexOf(open) > text.lastIndexOf(close));
}
