import { displayWidth } from '../../language/characters/display-width.ts';
import { joinHardWrappedLines } from '../repair/hard-line-breaks.ts';
import { type RecordField, recordFieldOf } from './article-record.ts';
import { type Reading, readingOf } from './reading.ts';
import { isSavedPage, readSavedPage } from './saved-page.ts';

const FIELD_LINE = /^\s*([\p{L}_]{2,16})\s*[:：]\s*(\S.*?)\s*$/u;
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
