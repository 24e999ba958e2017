import { displayWidth } from '../../language/characters/display-width.ts';

const NARROWEST_LINE = 30;
const MAX_LINE_WIDTH = 160;
const MIN_LINES = 3;
/** Share of the inner lines of paragraphs that must be full. */
const FULL_SHARE = 0.8;

/** A line that stands on its own: a list item, a heading, a quotation, a table row, an indent. */
const OWN_LINE =
  /^(?:\s{2,}|\u3000|\s*(?:[-–—•·●*>#|]|\d{1,3}[.)、]\s?|[一二三四五六七八九十]+、))/u;

/**
 * Joins the lines of a text that was wrapped at a fixed width with line breaks, so that a sentence
 * stands on one line: with a space, or with nothing between Chinese characters. Paragraphs (blank
 * lines, indents, short lines), lists and headings keep their breaks; so does every line of a text
 * that shows no such width. Only white space changes.
 */
export function joinHardWrappedLines(text: string): string {
  const lines = text.split('\n');
  const width = findWrapWidth(lines);
  if (width === null) return text;
  let joined = '';
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    joined += line.trimEnd();
    if (next === undefined) break;
    if (!continues(line, next) || !isFull(line, next, width)) joined += '\n';
    else if (!(endsWide(line) && startsWide(next))) joined += ' ';
  }
  return joined;
}

/** The widest line, when most lines that are followed by another are as full as they could be. */
function findWrapWidth(lines: readonly string[]): number | null {
  const width = lines.reduce((widest, line) => Math.max(widest, displayWidth(line.trimEnd())), 0);
  if (width < NARROWEST_LINE || width > MAX_LINE_WIDTH) return null;
  const inner = lines.filter((line, index) => continues(line, lines[index + 1]));
  const full = lines.filter((line, index) => {
    const next = lines[index + 1];
    return next !== undefined && continues(line, next) && isFull(line, next, width);
  });
  return full.length >= MIN_LINES && full.length >= FULL_SHARE * inner.length ? width : null;
}

function continues(line: string, next: string | undefined): boolean {
  return line.trim() !== '' && next !== undefined && next.trim() !== '' && !OWN_LINE.test(next);
}

/** Whether the first word of the next line would not have fitted on this one. */
function isFull(line: string, next: string, width: number): boolean {
  const word = /^\s*(?:[^\s\p{Script=Han}]+|.\S?)/u.exec(next)?.[0].trim() ?? '';
  return displayWidth(line.trimEnd()) + 1 + displayWidth(word) > width;
}

function endsWide(line: string): boolean {
  return /[\p{Script=Han}\u3000-\u303f\uff00-\uffef”’…—]$/u.test(line.trimEnd());
}

function startsWide(line: string): boolean {
  return /^[\p{Script=Han}\u3000-\u303f\uff00-\uffef“‘…—]/u.test(line.trimStart());
}
