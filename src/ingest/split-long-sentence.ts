import type { Span } from '../core/span.ts';

/** Where a sentence may be cut, the best kind first; a cut falls behind the mark. */
const CUTS = [/[；;](?=\D)|[：:](?=\s)/gu, /[，,](?!\d)|[、—…]/gu, /\s+/gu] as const;
/** A cut earlier than this share of what fits would leave a scrap. */
const EARLIEST_CUT = 0.4;

const wordSegmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * Cuts a sentence that is too long into pieces that fit, trimmed and in order: at the last clause
 * mark that leaves a fair piece, else at a space, else between two words, and never inside a
 * surrogate pair.
 *
 * @param fits whether the text from one offset to another is short enough; a single character is
 */
export function splitLongSentence(
  text: string,
  sentence: Span,
  fits: (start: number, end: number) => boolean,
): Span[] {
  const pieces: Span[] = [];
  let { start } = sentence;
  while (start < sentence.end && !fits(start, sentence.end)) {
    const limit = furthestFit(start, sentence.end, fits);
    const cut = start + findCut(text.slice(start, limit + 1), limit - start);
    const end = start + text.slice(start, cut).trimEnd().length;
    if (end > start) pieces.push({ start, end });
    start = cut;
    while (start < sentence.end && /\s/u.test(text.charAt(start))) start++;
  }
  if (start < sentence.end) pieces.push({ start, end: sentence.end });
  return pieces;
}

/** The last offset up to which the text from `start` fits, by bisection. */
function furthestFit(
  start: number,
  end: number,
  fits: (start: number, end: number) => boolean,
): number {
  let low = start + 1;
  let high = end;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(start, middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Where to cut `window`, at `limit` or before.
 * @param window the text that fits, and one code unit more to see what follows
 */
function findCut(window: string, limit: number): number {
  for (const cuts of CUTS) {
    const ends = Array.from(window.matchAll(cuts), ({ index, 0: mark }) => index + mark.length);
    const cut = ends.findLast((end) => end <= limit && end >= EARLIEST_CUT * limit);
    if (cut !== undefined) return cut;
  }
  const words = Array.from(wordSegmenter.segment(window), ({ index }) => index);
  const word = words.findLast((index) => index <= limit && index >= EARLIEST_CUT * limit);
  return word ?? limit - Number(/[\ud800-\udbff]$/.test(window.slice(0, limit)) && limit > 1);
}
