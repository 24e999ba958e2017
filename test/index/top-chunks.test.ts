import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TopChunks } from '../../src/index/top-chunks.ts';

describe('TopChunks', () => {
  it('keeps what sorting everything would put first, in whatever order it is offered', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9)), fc.nat(12), (scores, limit) => {
        const everything = scores.map((score, chunk) => ({ chunk, score }));
        const expected = [...everything]
          .sort((a, b) => b.score - a.score || a.chunk - b.chunk)
          .slice(0, limit);
        for (const offered of [everything, [...everything].reverse()]) {
          const top = new TopChunks(limit);
          for (const { chunk, score } of offered) top.offer(chunk, score);
          expect(top.toSorted()).toEqual(expected);
          expect(top.full).toBe(expected.length === limit);
          if (top.full && limit > 0) expect(top.threshold).toBe(expected.at(-1)?.score);
        }
      }),
    );
  });
});
