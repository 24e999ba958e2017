import fc from 'fast-check';
import { expect, it } from 'vitest';
import { scanWords } from '../../../src/language/segment/scan-words.ts';

it.each([
  [
    'the u.s. and u.n. said 2,400',
    'letters:the letters:u.s. letters:and letters:u.n. letters:said number:2,400',
  ],
  ["don't, china’s", "letters:don't letters:china’s"],
  ['covid-19, f-35战机', 'letters:covid number:19 letters:f number:35 han:战机'],
  ['gpt-4o模型', 'letters:gpt letters:4o han:模型'],
  ['3,000,000.5元 5.2%', 'number:3,000,000.5 han:元 number:5.2'],
  ['2025-06-26', 'number:2025 number:06 number:26'],
  ['6月26日', 'number:6 han:月 number:26 han:日'],
  ['二〇二五年', 'han:二〇二五年'],
  ['привет мир', 'letters:привет letters:мир'],
  ['？！…', ''],
])('cuts %s', (text, expected) => {
  const runs = scanWords(text).map((run) => `${run.kind}:${run.text}`);
  expect(runs.join(' ')).toBe(expected);
});

it('gives ordered slices that miss no letter and no digit', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      let end = 0;
      let between = '';
      for (const run of scanWords(text)) {
        expect(run.start).toBeGreaterThanOrEqual(end);
        expect(text.slice(run.start, run.end)).toBe(run.text);
        between += text.slice(end, run.start);
        end = run.end;
      }
      expect(between + text.slice(end)).not.toMatch(/[\p{L}\p{Nd}]/u);
    }),
  );
});
