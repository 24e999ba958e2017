import { parse } from 'csv-parse/sync';
import { articleFromRecord, recordFieldOf } from './article-record.ts';
import { type Reading, readingOf, skippedFile } from './reading.ts';

const DELIMITERS = [',', '\t', ';', '|'];

/**
 * Reads a table with an article in each row; the first row names its columns. Columns are apart by
 * whatever makes most known names of them.
 *
 * @throws {Error} when quotation marks are left open
 */
export function readCsv(text: string): Reading {
  const [header = ''] = text.split('\n', 1);
  const columnsBy = (delimiter: string) =>
    header.split(delimiter).map((name) => name.trim().replace(/^"|"$/gu, ''));
  const known = (delimiter: string) =>
    columnsBy(delimiter).filter((name) => recordFieldOf(name) !== undefined).length;
  const [delimiter = ','] = DELIMITERS.toSorted((a, b) => known(b) - known(a));
  const columns = columnsBy(delimiter);
  if (!columns.some((name) => recordFieldOf(name) === 'body')) {
    const found = columns.slice(0, 8).join(', ').slice(0, 200);
    return skippedFile(
      'malformed',
      `Expected a first row that names columns such as title, source, date and text; found: ${found}.`,
    );
  }
  const rows: Record<string, unknown>[] = parse(text, {
    columns: true,
    delimiter,
    relaxColumnCount: true,
    relaxQuotes: true,
    skipEmptyLines: true,
    trim: true,
  });
  return readingOf(rows.map(articleFromRecord));
}
