import type { SkipCode } from '../../core/ingest-result.ts';
import { articleFromRecord, isRecord } from './article-record.ts';
import { type RawArticle, type RawSkip, type Reading, readingOf, skippedFile } from './reading.ts';

/** Members under which exports keep their list of articles. */
const LIST_MEMBERS = ['articles', 'items', 'data', 'results', 'docs', 'documents', 'news'];

const JSON_FEED = 'https://jsonfeed.org/version/';

/** Reads an article, a list of articles, or an object that holds such a list, from JSON. */
export function readJson(text: string): Reading {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    return readConcatenated(text) ?? skippedFile('malformed', describe(error));
  }
  if (Array.isArray(parsed)) return readList(parsed);
  if (!isRecord(parsed)) {
    return skippedFile('malformed', `Expected an object or an array; found ${typeof parsed}.`);
  }
  const record = parsed;
  const list = LIST_MEMBERS.map((member) => record[member]).find(Array.isArray);
  if (list === undefined) return readingOf([articleFromRecord(record, 0)]);
  const reading = readList(list);
  // A JSON Feed names itself once; another list may have a title that is no outlet's.
  const isFeed = String(record['version']).startsWith(JSON_FEED);
  const feedTitle = isFeed && typeof record['title'] === 'string' ? record['title'] : null;
  const articles = reading.articles.map((one) => ({ ...one, source: one.source ?? feedTitle }));
  return { ...reading, articles };
}

function readList(list: readonly unknown[]): Reading {
  const articles: RawArticle[] = [];
  const skipped: RawSkip[] = [];
  for (const [position, entry] of list.entries()) {
    if (isRecord(entry)) articles.push(articleFromRecord(entry, position));
    else skipped.push(notAnObject(position, entry));
  }
  return { articles, skipped, warnings: [] };
}

/** One line of a file that has an article on each. */
export function readJsonLine(line: string, position: number): RawArticle | RawSkip {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch (error) {
    return skip(position, 'malformed', describe(error));
  }
  return isRecord(parsed) ? articleFromRecord(parsed, position) : notAnObject(position, parsed);
}

/** JSON Lines under the name `.json`: read when the first line is an object of its own. */
function readConcatenated(text: string): Reading | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const readings = lines.map((line, position) => readJsonLine(line, position));
  const [first] = readings;
  if (first === undefined || 'code' in first) return undefined;
  return {
    articles: readings.filter((reading) => 'body' in reading),
    skipped: readings.filter((reading) => 'code' in reading),
    warnings: [],
  };
}

function notAnObject(position: number, value: unknown): RawSkip {
  const kind = Array.isArray(value) ? 'an array' : value === null ? 'null' : `a ${typeof value}`;
  return skip(
    position,
    'malformed',
    `Expected an object with the article's fields; found ${kind}.`,
  );
}

function skip(position: number, code: SkipCode, reason: string): RawSkip {
  return { position, title: null, code, reason };
}

function describe(error: unknown): string {
  return `Not valid JSON: ${error instanceof Error ? error.message : String(error)}.`;
}
