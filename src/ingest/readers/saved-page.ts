import { recoverOutline } from '../brief-outline.ts';
import { estimateLineWidth, repairLineWrapping } from '../repair/line-wrapping.ts';
import { type RawArticle, type Reading, readingOf } from './reading.ts';

/** `Xin Hua She· 2025-07-07 15:26`: what follows each title on a saved search page. */
const SOURCE_LINE = /^(.{1,60}?)\s*[·・•‧]\s*(\d{4}-\d{1,2}-\d{1,2}(?:\s+\d{1,2}:\d{2})?)$/u;

/** Such pages are set 45 Chinese characters wide; used where a page is too short to show it. */
const USUAL_LINE_WIDTH = 90;

/** Whether a text is the saved page of a news search: a title line, then a source line. */
export function isSavedPage(text: string): boolean {
  return findHeads(text.split('\n')).length > 0;
}

/**
 * Reads a saved search page: header lines of the search itself, which belong to no article, then
 * for each article its title, a source line and the body on one or more lines. The page wraps its
 * lines with spaces and runs paragraphs together; both are repaired here, where the lines of all
 * its articles show how wide it was set.
 */
export function readSavedPage(text: string): Reading {
  const lines = text.split('\n').map((line) => line.trim());
  const heads = findHeads(lines);
  const bodies = heads.map(({ sourceLine }, index) =>
    lines.slice(sourceLine + 1, heads[index + 1]?.titleLine ?? lines.length).join('\n'),
  );
  const lineWidth = estimateLineWidth(bodies) ?? USUAL_LINE_WIDTH;
  const articles = heads.map(({ titleLine, sourceLine }, position): RawArticle => {
    const [, source = null, publishedAt = null] = SOURCE_LINE.exec(lines[sourceLine] ?? '') ?? [];
    const title = lines[titleLine] ?? null;
    const lined = recoverOutline(breakAfterTitle(bodies[position] ?? '', title));
    const body = repairLineWrapping(lined, lineWidth);
    return { position, title, source, publishedAt, url: null, body };
  });
  return readingOf(articles);
}

interface ArticleHead {
  readonly titleLine: number;
  readonly sourceLine: number;
}

function findHeads(lines: readonly string[]): ArticleHead[] {
  const heads: ArticleHead[] = [];
  for (const [sourceLine, line] of lines.entries()) {
    if (!SOURCE_LINE.test(line.trim())) continue;
    const previous = heads.at(-1)?.sourceLine ?? -1;
    const titleLine = lines.findLastIndex(
      (candidate, index) => index < sourceLine && index > previous && candidate.trim() !== '',
    );
    if (titleLine !== -1) heads.push({ titleLine, sourceLine });
  }
  return heads;
}

/** A flash repeats its title as the first words of its text: a paragraph of its own. */
function breakAfterTitle(body: string, title: string | null): string {
  if (title === null || !body.startsWith(`${title} `)) return body;
  return `${title}\n${body.slice(title.length + 1)}`;
}
