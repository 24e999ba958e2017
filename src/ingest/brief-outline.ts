import { splitSentences } from '../language/segment/sentences.ts';

const BULLET = /\s+(?=[-–•]\s+[\p{Lu}\p{N}\p{Script=Han}"“])/gu;
const FINISHED = /(?:[.!?。！？]["”’)]*|\])$/u;
const MARKS_THEN_HEADING = /\]\s+(?=\p{Lu}[^[\].]*$)/u;
const MIN_BULLETS = 2;
const MAX_HEADING_LENGTH = 120;

/**
 * Gives a brief its lines back where the page ran them together: `… region [2]. Group 1: Context -
 * The spirit …` becomes a heading on its own line and an item that starts with its dash. A text
 * with fewer than two such items is no brief and stays as it is. Only white space changes.
 */
export function recoverOutline(text: string): string {
  return text
    .split('\n')
    .map((line) => (countItems(line) < MIN_BULLETS ? line : breakItems(line)))
    .join('\n');
}

function countItems(line: string): number {
  let items = 0;
  for (const { index } of line.matchAll(BULLET)) if (FINISHED.test(line.slice(0, index))) items++;
  return items;
}

function breakItems(line: string): string {
  const lines: string[] = [];
  let from = 0;
  for (const bullet of line.matchAll(BULLET)) {
    const before = line.slice(from, bullet.index);
    const heading = FINISHED.test(before) ? before.length : findHeading(before);
    if (heading === null) continue;
    lines.push(before.slice(0, heading).trimEnd(), before.slice(heading));
    from = bullet.index + bullet[0].length;
  }
  lines.push(line.slice(from));
  return lines.filter((piece) => piece !== '').join('\n');
}

/** Where the heading starts that `before` ends with, or null: then its dash is no bullet. */
function findHeading(before: string): number | null {
  const last = splitSentences(before).at(-1);
  if (last === undefined) return null;
  const marks = MARKS_THEN_HEADING.exec(before.slice(last.start));
  const start = last.start + (marks === null ? 0 : marks.index + marks[0].length);
  return before.length - start <= MAX_HEADING_LENGTH && !/^[-–•]/u.test(before.slice(start))
    ? start
    : null;
}
