import { expect, it } from 'vitest';
import { ingestPaths } from '../../../src/ingest/ingest.ts';
import { findDates } from '../../../src/language/dates/dates.ts';

/** Read by eye against the articles: every date expression, article by article in file order. */
const EXPECTED: readonly (readonly string[])[] = [
  [
    '7月7日 → 2025-07-07',
    '7日 → 2025-07-07',
    '当日 → 2025-07-07',
    '近年来 → ?',
    '2025—2026年 → 2025-01-01/2026-12-31',
    '2025年 → 2025-01-01/2025-12-31',
  ],
  ['7月4日 → 2025-07-04', '2025年 → 2025-01-01/2025-12-31', '近年来 → ?'],
  [],
  ['2024年7月 → 2024-07-01/2024-07-31'],
  [
    '26日 → 2025-06-26',
    '当天 → 2025-06-26',
    '26日 → 2025-06-26',
    '2020年 → 2020-01-01/2020-12-31',
    '26日 → 2025-06-26',
    '26日 → 2025-06-26',
  ],
  [
    '6月26日 → 2025-06-26',
    '6月26日 → 2025-06-26',
    '6月25日至26日 → 2025-06-25/2025-06-26',
    '今年 → 2025-01-01/2025-12-31',
  ],
  // Published at 01:34: 当天 is the 25th, the day before, not the 24th of the NATO summit.
  ['24日 → 2025-06-24', '当天 → 2025-06-25', '近期 → ?', '当天 → 2025-06-25'],
  ['25日 → 2025-06-25'],
  ['July 2024 → 2024-07-01/2024-07-31'],
  [],
];

it('resolves every date expression of the seed articles', async () => {
  const { articles } = await ingestPaths(['seeds']);
  const found = articles.map(({ body, language, publishedAt }) =>
    findDates(body, { language, reference: publishedAt }).map(({ expression, from, to }) => {
      const days = from === null ? '?' : from === to ? from : `${from}/${to}`;
      return `${expression} → ${days}`;
    }),
  );
  expect(found).toEqual(EXPECTED);
});
