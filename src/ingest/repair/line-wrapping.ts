import { characterWidth } from '../../language/characters/display-width.ts';
import { hasHan } from '../../language/characters/scripts.ts';

/** Narrower than this, in columns, spaces are a layout of their own and not wrapped prose. */
const NARROWEST_LINE = 30;
const MAX_LINE_WIDTH = 160;
/** Columns a wrapped line may stay short of the width, or hang over it. */
const SLACK = 8;
/** Two Chinese characters: how far the first line of a paragraph is set in. */
const INDENT = 4;
const MIN_LINES = 3;
/** Share of the lines that must be about as wide as the width found. */
const FULL_SHARE = 0.4;

const SENTENCE_END = /[。！？!?…]["”’」』）)】]*$/u;
const BRACKETS = /[（()）]/gu;
const ELLIPSIS = /^(?:\.{3,}|…+)$/u;
/**
 * What a line must have room for to take one more piece of the next: openers may not end a line,
 * a number or Latin word stays whole, and closing marks may not start a line.
 */
const UNBREAKABLE =
  /^[“‘「『（《【("']*(?:[\p{Script=Latin}\p{N}][\p{Script=Latin}\p{N}.%+-]*|.)[，。、；：！？”’」』）》】…,.;:!?)"'%]*/u;

/**
 * The width of the lines that a page was set in, in columns, found from the spaces that wrapping
 * left inside Chinese text; null where the texts show no such width.
 */
export function estimateLineWidth(texts: readonly string[]): number | null {
  const widths = texts.flatMap((text) => text.split('\n').flatMap(chineseLineWidths));
  const counts = new Map<number, number>();
  for (const width of widths) {
    if (width < NARROWEST_LINE || width > MAX_LINE_WIDTH) continue;
    counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  const [mode] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  if (mode === undefined) return null;
  const full = widths.filter((width) => Math.abs(width - mode[0]) <= SLACK).length;
  return full >= MIN_LINES && full >= FULL_SHARE * widths.length ? mode[0] : null;
}

/** Characters from the end of a line in which the last letter is looked for. */
const LAST_LETTER_REACH = 20;

/**
 * The line that is being filled, piece by piece. It keeps what is asked of it and not its text, so
 * that a long line without a break is read once and not again with each of its pieces.
 */
class FilledLine {
  #width = 0;
  #end = '';
  #lastPiece = '';
  #brackets = 0;
  #opensWithBracket = false;
  #isEmpty = true;

  add(piece: string): void {
    if (this.#isEmpty) this.#opensWithBracket = /^[（(]/u.test(piece);
    this.#isEmpty = false;
    this.#width += columns(piece);
    this.#end = (this.#end + piece).slice(-LAST_LETTER_REACH);
    this.#lastPiece += piece;
    this.#brackets += piece.match(BRACKETS)?.length ?? 0;
  }

  addSpace(): void {
    this.#width++;
    this.#end = `${this.#end} `.slice(-LAST_LETTER_REACH);
    this.#lastPiece = '';
  }

  clear(): void {
    this.#width = 0;
    this.#end = '';
    this.#lastPiece = '';
    this.#brackets = 0;
    this.#isEmpty = true;
  }

  get width(): number {
    return this.#width;
  }

  /** Columns of what stands behind the last space. */
  get lastPieceWidth(): number {
    return columns(this.#lastPiece);
  }

  get endsInHan(): boolean {
    return endsInHan(this.#end);
  }

  get endsSentence(): boolean {
    return SENTENCE_END.test(this.#lastPiece);
  }

  get isWholeParenthesis(): boolean {
    return this.#opensWithBracket && this.#brackets === 2 && /[）)]$/u.test(this.#end);
  }
}

/** Widths of the pieces between spaces that have Chinese on both sides; the last is open-ended. */
function chineseLineWidths(line: string): number[] {
  const widths: number[] = [];
  const current = new FilledLine();
  const pieces = splitAtSpaces(line);
  for (const [index, piece] of pieces.entries()) {
    current.add(piece);
    const next = pieces[index + 1];
    if (next === undefined) break;
    if (current.endsInHan && startsWithHan(next)) {
      widths.push(current.width);
      current.clear();
    } else current.addSpace();
  }
  return widths;
}

/**
 * Takes the spaces out that line wrapping left inside Chinese text (`合作组 织`), and turns those
 * that stand for the end of a paragraph into line breaks. Only white space changes: every other
 * character stays, in order, and so do spaces that were meant (`7月7日电 记者`, between English
 * words, between Chinese and Latin where the text is set that way).
 *
 * A space is a wrap where the line up to it is full, so that the next character would not have
 * fitted; one after a full stop, in a line that is not full, ends a paragraph.
 *
 * @param lineWidth columns, from {@link estimateLineWidth}; null where unknown: then paragraphs
 *   are recovered and nothing is joined
 */
export function repairLineWrapping(text: string, lineWidth: number | null): string {
  return text
    .split('\n')
    .map((line) => repairLine(line, lineWidth))
    .join('\n');
}

function repairLine(line: string, lineWidth: number | null): string {
  const keepMixed = spacesScriptsApart(line);
  const pieces = splitAtSpaces(line);
  let repaired = '';
  const current = new FilledLine();
  for (const [index, piece] of pieces.entries()) {
    repaired += piece;
    current.add(piece);
    const next = pieces[index + 1];
    if (next === undefined) break;
    const isFull = lineWidth !== null && isFullAfter(current, next, lineWidth, SLACK);
    if (endsParagraph(current, next, pieces[index + 2], lineWidth)) {
      repaired += '\n';
      current.clear();
    } else if (ELLIPSIS.test(next) && current.endsInHan) {
      // The mark of a text cut off belongs to the word it cuts.
    } else {
      const han = Number(current.endsInHan) + Number(startsWithHan(next));
      const isWrap = isFull && (han === 2 || (han === 1 && !keepMixed));
      if (!isWrap) repaired += ' ';
      if (isFull) current.clear();
      else current.addSpace();
    }
  }
  return repaired;
}

/** Whether the space after `current` stands for the end of a paragraph. */
function endsParagraph(
  current: FilledLine,
  next: string,
  afterNext: string | undefined,
  lineWidth: number | null,
): boolean {
  if (!current.endsInHan) return false;
  if (current.isWholeParenthesis) return true;
  if (!current.endsSentence) return false;
  if (lineWidth === null || ELLIPSIS.test(next)) return true;
  return !isFullAfter(current, next, lineWidth) || isIndented(next, afterNext, lineWidth);
}

/** A line that breaks off in mid-sentence two characters early was set in by two. */
function isIndented(line: string, next: string | undefined, lineWidth: number): boolean {
  if (next === undefined || SENTENCE_END.test(line)) return false;
  return (
    !isFullLine(line, next, lineWidth) && isFullLine(line, next, lineWidth - INDENT, INDENT / 2)
  );
}

/** The same of the line that is being filled. */
function isFullAfter(line: FilledLine, next: string, lineWidth: number, slack = 0): boolean {
  // A space kept although the line ended there: a heading run together with the text.
  const width = line.width > lineWidth + SLACK ? line.lastPieceWidth : line.width;
  return overflows(width, next, lineWidth, slack);
}

/** Whether the start of `next` would not have fitted on a piece, give or take `slack` columns. */
function isFullLine(piece: string, next: string, lineWidth: number, slack = 0): boolean {
  return overflows(columns(piece), next, lineWidth, slack);
}

function overflows(width: number, next: string, lineWidth: number, slack: number): boolean {
  const needed = columns(UNBREAKABLE.exec(next)?.[0] ?? '');
  return width + needed > lineWidth - slack && width <= lineWidth + SLACK;
}

/** Columns of a line as it was set: ASCII marks beside Chinese stand for full-width ones. */
function columns(line: string): number {
  const marks = line.match(
    /(?<=\p{Script=Han})[,;:!?()"']+|(?<![,;:!?()"'])[,;:!?()"']+(?=\p{Script=Han})/gu,
  );
  let width = marks === null ? 0 : marks.join('').length;
  for (const character of line)
    width += /[“”‘’—…]/u.test(character) ? 2 : characterWidth(character);
  return width;
}

/** Whether a line is set with spaces between Chinese and Latin, as `8 月 16 日` is. */
function spacesScriptsApart(line: string): boolean {
  const boundary = (gap: string) =>
    new RegExp(
      `(?<=\\p{Script=Han})${gap}(?=[\\p{Script=Latin}\\p{N}])|(?<=[\\p{Script=Latin}\\p{N}])${gap}(?=\\p{Script=Han})`,
      'gu',
    );
  const apart = line.match(boundary('\\s+'))?.length ?? 0;
  const together = line.match(boundary(''))?.length ?? 0;
  return apart > together;
}

function splitAtSpaces(line: string): string[] {
  return line.split(/\s+/u).filter((piece) => piece !== '');
}

function endsInHan(text: string): boolean {
  const letter = /[\p{L}\p{N}](?=[^\p{L}\p{N}]*$)/u.exec(text.slice(-20))?.[0];
  return letter !== undefined && hasHan(letter);
}

function startsWithHan(text: string): boolean {
  const letter = /[\p{L}\p{N}]/u.exec(text)?.[0];
  return letter !== undefined && hasHan(letter);
}
