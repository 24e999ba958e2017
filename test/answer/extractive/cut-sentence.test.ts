import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutSentence } from '../../../src/answer/extractive/cut-sentence.ts';

const clause = fc
  .array(fc.constantFrom('董军', '会议', '在青岛', '3.5', 'SCO', '和平', ' '), { maxLength: 12 })
  .map((words) => words.join(''));
const sentence = fc
  .array(fc.tuple(clause, fc.constantFrom('，', ',', '；', '：', '。')), {
    minLength: 1,
    maxLength: 12,
  })
  .map((clauses) => clauses.flat().join(''));

describe('cutting a long sentence', () => {
  it('leaves one that fits whole', () => {
    expect(cutSentence('会议在青岛举行。', 120, [])).toEqual([{ start: 0, end: 8 }]);
  });

  it('cuts at clause marks and drops the marks at the edges', () => {
    const text = '董军主持会议并发言，他说各方要加强协作，共同维护和平。';
    const pieces = cutSentence(text, 12, []).map(({ start, end }) => text.slice(start, end));
    expect(pieces).toContain('董军主持会议并发言');
    expect(pieces.at(-1)).toBe('共同维护和平。');
  });

  it('keeps a decimal and a thousand together', () => {
    const text = 'It sold 2,400 units in May, and 3,600 units in June.';
    const pieces = cutSentence(text, 30, []).map(({ start, end }) => text.slice(start, end));
    expect(pieces[0]).toBe('It sold 2,400 units in May');
  });

  it('never exceeds the limit, stays in order and reaches both ends', () => {
    fc.assert(
      fc.property(sentence, fc.integer({ min: 6, max: 60 }), (text, limit) => {
        const pieces = cutSentence(text, limit, []);
        for (const [i, { start, end }] of pieces.entries()) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(end - start).toBeLessThanOrEqual(limit);
          expect(end).toBeGreaterThan(pieces[i - 1]?.end ?? -1);
        }
        const words = /[^\s，,、；;：:。.…）)”’]/u;
        const first = text.search(words);
        if (first >= 0) expect(pieces[0]?.start ?? 0).toBeLessThanOrEqual(first);
      }),
    );
  });
});
