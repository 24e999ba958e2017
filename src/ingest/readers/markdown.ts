import { parse } from 'yaml';
import { joinHardWrappedLines } from '../repair/hard-line-breaks.ts';
import { articleFromRecord, isRecord } from './article-record.ts';
import { isParsable, markdownToText } from './markdown-text.ts';
import type { Reading } from './reading.ts';

const FRONT_MATTER = /^---[ \t]*\n([\s\S]*?)\n?---[ \t]*(?:\n|$)/u;
/** UTF-16 units of front matter beyond which it is text: fields take a few hundred. */
const MAX_FRONT_MATTER_LENGTH = 20_000;

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
  const isParsed = isParsable(content);
  if (!isParsed) {
    const reason =
      'It has too much mark-up in a paragraph, or is too long: the marks were kept as text.';
    warnings.push({ position: 0, text: reason });
  }
  const { heading, text: words } = isParsed
    ? markdownToText(content)
    : { heading: null, text: content.trim() };
  const isTitle = heading !== null && (fields.title ?? heading) === heading;
  const body = joinHardWrappedLines(heading === null || isTitle ? words : `${heading}\n\n${words}`);
  const article = { ...fields, title: fields.title ?? heading, body: body || fields.body };
  return { articles: [article], skipped: [], warnings };
}
