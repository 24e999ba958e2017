import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highlightedPieces } from '../../web/src/reader/highlighted-pieces.ts';

describe('highlighting an article', () => {
  it('tells overlapping quotes apart and shows each number where its quote ends', () => {
    const body = '当日会晤在青岛举行。';
    const pieces = highlightedPieces(body, 0, body.length, [
      { start: 0, end: 7 },
      { start: 5, end: 9 },
    ]);
    expect(pieces.map(({ text, spans, ends }) => [text, spans, ends])).toEqual([
      ['当日会晤在', [0], []],
      ['青岛', [0, 1], [0]],
      ['举行', [1], [1]],
      ['。', [], []],
    ]);
  });

  it('covers exactly the code units of each span', () => {
    const spans = fc.array(
      fc.record({ start: fc.nat(40), length: fc.integer({ min: 1, max: 20 }) }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 40 }), spans, (body, drawn) => {
        const inside = drawn.map(({ start, length }) => ({ start, end: start + length }));
        const pieces = highlightedPieces(body, 0, body.length, inside);
        expect(pieces.map(({ text }) => text).join('')).toBe(body);
        for (const [index, span] of inside.entries()) {
          const covered = pieces.filter(({ spans: owners }) => owners.includes(index));
          expect(covered.map(({ text }) => text).join('')).toBe(body.slice(span.start, span.end));
        }
      }),
    );
  });
});
