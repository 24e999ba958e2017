import { displayWidth } from '../../language/characters/display-width.ts';
import { joinHardWrappedLines } from '../repair/hard-line-breaks.ts';
import { type RecordField, recordFieldOf } from './article-record.ts';
import { type Reading, readingOf } from './reading.ts';
import { isSavedPage, readSavedPage } from './saved-page.ts';

const FIELD_LINE = /^\s*([\p{L}_]{2,16})\s*[:：]\s*(\S.*?)\s*$/u;
/** `新华社 2025-07-07 15:26`, `By Jane Doe | July 7, 2025`: who and when, in a line below a title. */
const BYLINE =
  /^(\S.{0,38}?)[\s·|,，]+(\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?|[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})$/u;
const MAX_TITLE_WIDTH = 100;

/**
 * Reads a text file: a saved search page where it has that shape, else one article. Lines such as
 * `来源：新华社` or `Date: 2025-07-07` at its head are fields; a short first line that ends without
 * a full stop, with text after it, is the title.
 */
export function readPlainText(text: string): Reading {
  if (isSavedPage(text)) return readSavedPage(text);
  const lines = text.split('\n');
  const fields = new Map<RecordField, string>();
  takeFields(lines, fields);
  if (!fields.has('title')) {
    const title = takeTitle(lines);
    if (title !== null) fields.set('title', title);
  }
  takeFields(lines, fields);
  return readingOf([
    {
      position: 0,
      title: fields.get('title') ?? null,
      source: fields.get('source') ?? null,
      publishedAt: fields.get('publishedAt') ?? null,
      url: fields.get('url') ?? null,
      body: joinHardWrappedLines(lines.join('\n')),
    },
  ]);
}

/**
 * Reads a text whose title is known otherwise, as from a document's properties; where it opens with
 * it, that line is no part of the body.
 */
export function readTitledText(text: string, title: string | null): Reading {
  const known = title?.replace(/\s+/gu, ' ').trim() || null;
  const opening = text.startsWith(`${known}\n`) ? text.slice((known ?? '').length + 1) : text;
  const reading = readPlainText(opening);
  const [article] = reading.articles;
  if (article === undefined || reading.articles.length > 1 || known === null) return reading;
  // What was taken for a title is a line of the text after all.
  const body = article.title === null ? article.body : `${article.title}\n${article.body}`;
  const [line = ''] = body.split('\n', 1);
  const [, source, publishedAt] =
    article.publishedAt === null ? (BYLINE.exec(line.trim()) ?? []) : [];
  const titled = { ...article, title: known, body };
  if (source === undefined || publishedAt === undefined) return { ...reading, articles: [titled] };
  return {
    ...reading,
    articles: [
      {
        ...titled,
        source: article.source ?? source,
        publishedAt,
        body: body.slice(line.length + 1),
      },
    ],
  };
}

/** Moves the field lines that the text opens with from `lines` to `fields`. */
function takeFields(lines: string[], fields: Map<RecordField, string>): void {
  for (;;) {
    const index = lines.findIndex((line) => line.trim() !== '');
    const [, name, value] = FIELD_LINE.exec(lines[index] ?? '') ?? [];
    const field = name === undefined ? undefined : recordFieldOf(name);
    if (field === undefined || value === undefined || fields.has(field)) return;
    if (field === 'body') {
      lines.splice(0, index + 1, value);
      return;
    }
    fields.set(field, value);
    lines.splice(0, index + 1);
  }
}

function takeTitle(lines: string[]): string | null {
  const index = lines.findIndex((line) => line.trim() !== '');
  const title = lines[index]?.trim();
  if (title === undefined || displayWidth(title) > MAX_TITLE_WIDTH) return null;
  if (/[。.；;，,：:…]["”’」』）)]*$/u.test(title)) return null;
  if (lines.slice(index + 1).every((line) => line.trim() === '')) return null;
  lines.splice(0, index + 1);
  return title;
}
