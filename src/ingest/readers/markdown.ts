import { parse } from 'yaml';
import { joinHardWrappedLines } from '../repair/hard-line-breaks.ts';
import { articleFromRecord, isRecord } from './article-record.ts';
import type { Reading } from './reading.ts';

const FRONT_MATTER = /^---[ \t]*\n([\s\S]*?)\n?---[ \t]*(?:\n|$)/u;
/** UTF-16 units of front matter beyond which it is text: fields take a few hundred. */
const MAX_FRONT_MATTER_LENGTH = 20_000;
const FIRST_HEADING = /^\s*#[ \t]+(?=[^ \t\n])([^\n]+)(?:\n|$)/u;
const MAX_COMMENT_LENGTH = 9999;

/**
 * Reads a Markdown article: fields from YAML front matter, the title also from the first heading,
 * the text without its mark-up. Front matter is data only (YAML's core schema); one that cannot be
 * read stays in the text, and is remarked on.
 */
export function readMarkdown(text: string): Reading {
  const fenced = FRONT_MATTER.exec(text);
  let record: Record<string, unknown> = {};
  let content = text;
  const warnings = [];
  if (fenced !== null) {
    try {
      if (fenced[0].length > MAX_FRONT_MATTER_LENGTH) throw new Error('it is too long for fields');
      const parsed: unknown = parse(fenced[1] ?? '', { schema: 'core', logLevel: 'error' });
      if (!isRecord(parsed)) throw new Error('it holds no fields');
      record = parsed;
      content = text.slice(fenced[0].length);
    } catch (error) {
      const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
      warnings.push({ position: 0, text: `The front matter was kept as text: ${reason}` });
    }
  }
  const fields = articleFromRecord(record, 0);
  const heading = FIRST_HEADING.exec(content);
  const headingTitle = heading?.[1] === undefined ? null : stripMarkup(headingWords(heading[1]));
  const isTitle = headingTitle !== null && (fields.title ?? headingTitle) === headingTitle;
  const markup = isTitle && heading !== null ? content.slice(heading[0].length) : content;
  const body = stripMarkup(joinHardWrappedLines(markup));
  const article = { ...fields, title: fields.title ?? headingTitle, body: body || fields.body };
  return { articles: [article], skipped: [], warnings };
}

/** The words of Markdown without the marks around them; list items keep their dash. */
function stripMarkup(markdown: string): string {
  return withoutEmphasis(
    withoutComments(markdown)
      .replace(/^[ \t]{0,3}(?:```|~~~)[^\n]*$/gmu, '')
      .replace(/^[ \t]{0,3}#{1,6}[ \t]+([^\n]*)$/gmu, (_, words: string) => headingWords(words))
      .replace(/^[ \t]{0,3}>[ \t]?/gmu, '')
      .replace(/^[ \t]{0,3}(?:[-*_][ \t]*){3,}$/gmu, '')
      .replace(/^([ \t]*)[*+](?=[ \t])/gmu, '$1-')
      .replace(
        /!?\[([^\]\n]{0,300})\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+"[^"\n]*")?\)/gu,
        '$1',
      ),
  )
    .replace(
      /(?<![\p{Script=Latin}\p{N}*])\*(?=[^\s*])([^*\n]*[^\s*])\*(?![\p{Script=Latin}\p{N}*])/gu,
      '$1',
    )
    .replace(/`([^`\n]+)`/gu, '$1')
    .trim();
}

/** A heading without the closing `##` that may end its line. */
function headingWords(line: string): string {
  const words = trimEndOf(trimEndOf(line, ' \t'), '#');
  return trimEndOf(words, ' \t') || line;
}

/** Takes characters off the end; a pattern for that would read a run of them from each of them. */
function trimEndOf(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** Leaves comments out, up to {@link MAX_COMMENT_LENGTH} characters each. */
function withoutComments(markdown: string): string {
  let kept = '';
  let from = 0;
  let close = -1;
  for (const { index } of markdown.matchAll(/<!--/gu)) {
    if (index < from) continue;
    if (close < index + 4) close = markdown.indexOf('-->', index + 4);
    if (close === -1) break;
    if (close - index - 4 > MAX_COMMENT_LENGTH) continue;
    kept += markdown.slice(from, index);
    from = close + 3;
  }
  return kept + markdown.slice(from);
}

/** Takes `**` and `__` away where they stand on both sides of words, each line read once. */
function withoutEmphasis(markdown: string): string {
  return markdown
    .split('\n')
    .map((line) => (/\*\*|__/u.test(line) ? withoutEmphasisIn(line) : line))
    .join('\n');
}

function withoutEmphasisIn(line: string): string {
  const unclosed = new Set<string>();
  let kept = '';
  let at = 0;
  while (at < line.length) {
    const mark = line.slice(at, at + 2);
    if ((mark === '**' || mark === '__') && !unclosed.has(mark)) {
      const close = /\S/u.test(line.charAt(at + 2)) ? closingMark(line, mark, at + 3) : undefined;
      if (close === -1) unclosed.add(mark);
      else if (close !== undefined) {
        kept += line.slice(at + 2, close);
        at = close + 2;
        continue;
      }
    }
    kept += line.charAt(at);
    at++;
  }
  return kept;
}

/** Where a mark of emphasis stands behind a word, from `from` on; -1 where it does not. */
function closingMark(line: string, mark: string, from: number): number {
  let close = line.indexOf(mark, from);
  while (close !== -1 && /\s/u.test(line.charAt(close - 1))) close = line.indexOf(mark, close + 1);
  return close;
}
