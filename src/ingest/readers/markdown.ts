import { parse } from 'yaml';
import { joinHardWrappedLines } from '../repair/hard-line-breaks.ts';
import { articleFromRecord, isRecord } from './article-record.ts';
import type { Reading } from './reading.ts';

const FRONT_MATTER = /^---[ \t]*\n([\s\S]*?)\n?---[ \t]*(?:\n|$)/u;
const FIRST_HEADING = /^\s*#[ \t]+(.+?)[ \t]*#*[ \t]*(?:\n|$)/u;

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
  const headingTitle = heading?.[1] === undefined ? null : stripMarkup(heading[1]);
  const isTitle = headingTitle !== null && (fields.title ?? headingTitle) === headingTitle;
  const markup = isTitle && heading !== null ? content.slice(heading[0].length) : content;
  const body = stripMarkup(joinHardWrappedLines(markup));
  const article = { ...fields, title: fields.title ?? headingTitle, body: body || fields.body };
  return { articles: [article], skipped: [], warnings };
}

/** The words of Markdown without the marks around them; list items keep their dash. */
function stripMarkup(markdown: string): string {
  return markdown
    .replace(/<!--[\s\S]{0,9999}?-->/gu, '')
    .replace(/^[ \t]{0,3}(?:```|~~~)[^\n]*$/gmu, '')
    .replace(/^[ \t]{0,3}#{1,6}[ \t]+(.*?)[ \t]*#*$/gmu, '$1')
    .replace(/^[ \t]{0,3}>[ \t]?/gmu, '')
    .replace(/^[ \t]{0,3}(?:[-*_][ \t]*){3,}$/gmu, '')
    .replace(/^([ \t]*)[*+](?=[ \t])/gmu, '$1-')
    .replace(/!?\[([^\]\n]{0,999})\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+"[^"\n]*")?\)/gu, '$1')
    .replace(/(\*\*|__)(?=\S)([^\n]*?\S)\1/gu, '$2')
    .replace(
      /(?<![\p{Script=Latin}\p{N}*])\*(?=[^\s*])([^*\n]*[^\s*])\*(?![\p{Script=Latin}\p{N}*])/gu,
      '$1',
    )
    .replace(/`([^`\n]+)`/gu, '$1')
    .trim();
}
