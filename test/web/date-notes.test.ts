import { expect, it } from 'vitest';
import { dateNotesFor } from '../../web/src/reader/date-notes.ts';
import { newTurn } from '../../web/src/state/turn.ts';

const body = '26日上午开会。26日下午散会。';
const quote = (marker: number, start: number, end: number) => ({
  marker,
  articleId: 'a',
  title: '就维护地区和平',
  source: '环球时报',
  publishedAt: '2025-06-26',
  language: 'zh' as const,
  start,
  end,
  quote: body.slice(start, end),
});
const conversation = {
  id: 'c',
  startedAt: 0,
  changedAt: 0,
  filters: {},
  turns: [
    {
      ...newTurn('t', '何时散会？'),
      citations: [quote(1, 8, 16)],
      sentences: [
        {
          text: '26日下午散会。',
          citations: [1],
          support: {
            verdict: 'supported' as const,
            reason: '原文如此。',
            rule: 'quoted' as const,
            failed: null,
          },
          dates: [{ expression: '26日', from: '2025-06-26', to: '2025-06-26' }],
        },
      ],
    },
  ],
};

it('notes a date where it was quoted, not where the same words stand elsewhere', () => {
  expect(dateNotesFor(conversation, 'a', body)).toEqual([
    { start: 8, end: 11, from: '2025-06-26', to: '2025-06-26' },
  ]);
  expect(dateNotesFor(conversation, 'b', body)).toEqual([]);
  expect(dateNotesFor(undefined, 'a', body)).toEqual([]);
});
