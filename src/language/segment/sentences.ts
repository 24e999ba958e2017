import type { Span } from '../../core/span.ts';
import { displayWidth } from '../characters/display-width.ts';
import { startsWithHan } from '../characters/scripts.ts';
import { REFERENCE_MARK } from '../discourse/reference-marks.ts';
import { SPEECH_VERBS } from '../discourse/speech-verbs.ts';
import { isAbbreviation } from './abbreviations.ts';
import { findEnclosures } from './enclosures.ts';

/** A quotation or bracket wider than this (in columns) may be split inside. */
const MAX_WHOLE_ENCLOSURE_WIDTH = 320;

const TERMINATORS = /[。！？｡﹖﹗!?….．]+/gu;
const TERMINATOR = /[。！？｡﹖﹗!?….．]/u;
const BULLET = /^\s*(?:[-–—•·●○■□◆▪►*]\s+)+/u;
const CLOSING_MARK = /[”’」』）)】\]〕》〉]/u;
/** `[1][2]`, and directly after the full stop also `[需要引证]`. */
const REFERENCE_MARKS = new RegExp(
  String.raw`^(?:\s?(?:${REFERENCE_MARK})+|(?:\[[^[\]]{1,30}\])+)`,
  'u',
);
const CHINESE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’]/u;
/** Longer than this, in UTF-16 units, no enumerator or abbreviation is. */
const MAX_ABBREVIATION_LENGTH = 24;
const ENUMERATOR = /^[([]?(?:\d{1,3}(?:\.\d{1,3})*|\p{L}|[IVXivx]{1,5})$/u;
/** `“……。”张三说。`: the speaker after the words, who belongs to them. */
const CHINESE_SPEAKER = new RegExp(
  `^[^。！？!?；;，,：:“”"「」\\n]{1,30}(?:${[...SPEECH_VERBS.zh, '說', '稱', '道', '问', '答'].join('|')})(?:[。！]|，?[“「"]|，[“「"]|$)`,
  'u',
);
const ENGLISH_SPEAKER = new RegExp(
  String.raw`^\s+(?:[\p{L}.'’-]+\s+){1,4}(?:${[...SPEECH_VERBS.en, 'asked', 'replied'].join('|')})\b`,
  'u',
);

/**
 * Sentences of a Chinese, English or mixed text, as spans in order that never overlap and are
 * trimmed of white space. Together they hold every character but white space and the bullets that
 * open list lines.
 *
 * A line break always ends a sentence. Within a line, 。！？ end one, and so do `.?!` unless they
 * belong to an abbreviation, an initial, a number, an enumerator or a name; a quotation or bracket
 * up to {@link MAX_WHOLE_ENCLOSURE_WIDTH} columns stays whole, and its closing mark stays with the
 * full stop before it, as do reference marks (`[1][2]`). A ；joins clauses and ends no sentence.
 */
export function splitSentences(text: string): Span[] {
  const sentences: Span[] = [];
  for (const line of text.matchAll(/[^\n\r\u2028\u2029]+/gu)) {
    for (const { start, end } of splitLine(line[0])) {
      sentences.push({ start: line.index + start, end: line.index + end });
    }
  }
  return sentences;
}

function splitLine(line: string): Span[] {
  const enclosures = new LineEnclosures(line);
  const sentences: Span[] = [];
  let start = skipSpace(line, BULLET.exec(line)?.[0].length ?? 0);
  for (const { index, 0: run } of line.matchAll(TERMINATORS)) {
    if (index < start) continue;
    const end = sentenceEnd(line, { start, mark: index, run }, enclosures);
    if (end === undefined) continue;
    sentences.push({ start, end });
    start = skipSpace(line, end);
  }
  const end = line.trimEnd().length;
  if (start < end) sentences.push({ start, end });
  return sentences;
}

/** Where a sentence may end: it opened at `start`, and `run` stands at `mark`. */
interface Candidate {
  readonly start: number;
  readonly mark: number;
  readonly run: string;
}

/** The end of the sentence with its closing marks, or undefined where it goes on. */
function sentenceEnd(
  line: string,
  candidate: Candidate,
  enclosures: LineEnclosures,
): number | undefined {
  const { start, mark, run } = candidate;
  let end = mark + run.length;
  let closed: Span | undefined;
  for (;;) {
    const enclosure = enclosures.closingAt(end);
    const next = line.charAt(end);
    const belongs = CLOSING_MARK.test(next) || (closed !== undefined && TERMINATOR.test(next));
    if (enclosure === undefined && !belongs) break;
    closed = enclosure ?? closed;
    end++;
  }
  if (enclosures.holdsWhole(end)) return undefined;
  end += REFERENCE_MARKS.exec(line.slice(end, end + 80))?.[0].length ?? 0;
  const rest = line.slice(end);
  if (rest.trimStart() === '') return end;
  if (closed !== undefined && !endsAfterEnclosure(line, candidate, closed, rest)) return undefined;
  return endsBefore(line, candidate, rest, start) ? end : undefined;
}

/** Whether a sentence ends behind an enclosure whose last character is a terminator. */
function endsAfterEnclosure(
  line: string,
  { start, run }: Candidate,
  enclosure: Span,
  rest: string,
): boolean {
  const opener = line.charAt(enclosure.start);
  if (/[《〈]/u.test(opener)) return false;
  const opensSentence = line.slice(start, enclosure.start).trim() === '';
  if (/[(（[【〔]/u.test(opener)) return opensSentence;
  const head = rest.slice(0, 80);
  if (CHINESE_SPEAKER.test(head) || ENGLISH_SPEAKER.test(head)) return false;
  if (/[。｡.]/u.test(run) || !startsWithHan(rest)) return true;
  const before = line.slice(Math.max(start, enclosure.start - 2), enclosure.start);
  return opensSentence || /[：:，,]\s?$/u.test(before);
}

/** Whether the terminators end a sentence, judged by what stands around them. */
function endsBefore(line: string, { mark, run }: Candidate, rest: string, start: number): boolean {
  if (/^[，、；：,;:]/u.test(rest)) return false;
  if (/[。｡！？﹖﹗]/u.test(run)) return true;
  const next = rest.trimStart();
  const spaced = next.length < rest.length;
  if (spaced && /^\p{Ll}(?!\p{Lu})/u.test(next)) return false;
  if (/^(?:…+|[.．]{2,})$/u.test(run)) return spaced;
  const previous = line.charAt(mark - 1);
  const isStop = /^[.．]$/u.test(run);
  if (isStop && isNoFullStop(line, start, mark, next)) return false;
  if (spaced || /^[“"「‘([【（]/u.test(next)) return true;
  if (CHINESE.test(next.charAt(0))) return !(isStop && /\d$/.test(previous));
  if (CHINESE.test(previous)) return /^[\p{Lu}\d]/u.test(next) && !/\d/.test(previous);
  return isStop && isMissingSpace(line, mark);
}

function isNoFullStop(line: string, start: number, mark: number, next: string): boolean {
  const before = line.slice(Math.max(start, mark - MAX_ABBREVIATION_LENGTH), mark);
  const isWhole = mark - start <= MAX_ABBREVIATION_LENGTH;
  return (isWhole && ENUMERATOR.test(before)) || isAbbreviation(before, next);
}

/** `…the region.The summit…`, but not `Booking.Com` in an address. */
function isMissingSpace(line: string, mark: number): boolean {
  return (
    /(?:^|\s)\p{Ll}{3,}$/u.test(line.slice(Math.max(0, mark - 40), mark)) &&
    /^\p{Lu}\p{Ll}*\s/u.test(line.slice(mark + 1, mark + 40))
  );
}

function skipSpace(line: string, from: number): number {
  let index = from;
  while (index < line.length && /\s/u.test(line.charAt(index))) index++;
  return index;
}

/** Enclosures of a line, asked about from left to right. */
class LineEnclosures {
  readonly #byClose = new Map<number, Span>();
  /** Outermost ones that stay whole, in order. */
  readonly #whole: Span[] = [];
  #next = 0;

  constructor(line: string) {
    for (const enclosure of findEnclosures(line)) {
      this.#byClose.set(enclosure.end - 1, enclosure);
      const outer = this.#whole.at(-1);
      const isInner = outer !== undefined && enclosure.start < outer.end;
      if (isInner || !fits(line, enclosure)) continue;
      this.#whole.push(enclosure);
    }
  }

  closingAt(index: number): Span | undefined {
    return this.#byClose.get(index);
  }

  /** Whether `index` is strictly inside an enclosure that is kept whole. */
  holdsWhole(index: number): boolean {
    while ((this.#whole[this.#next]?.end ?? Infinity) <= index) this.#next++;
    const enclosure = this.#whole[this.#next];
    return enclosure !== undefined && enclosure.start < index;
  }
}

function fits(line: string, { start, end }: Span): boolean {
  return (
    end - start <= MAX_WHOLE_ENCLOSURE_WIDTH &&
    displayWidth(line.slice(start, end)) <= MAX_WHOLE_ENCLOSURE_WIDTH
  );
}
