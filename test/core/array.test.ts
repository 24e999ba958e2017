import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundDistinct } from '../../src/core/array.ts';

const itself = (word: string) => word;

describe('bounding a list to its distinct values', () => {
  it('leaves a short list as it is, repetitions and all', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 1 }), { maxLength: 64 }), (words) => {
        expect(boundDistinct(words, itself)).toEqual(words);
      }),
    );
  });

  it('keeps at most 64 of a long one, each once and in order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(300), { minLength: 65, maxLength: 500 }), (numbers) => {
        const kept = boundDistinct(numbers, String);
        expect(kept.length).toBeLessThanOrEqual(64);
        expect(new Set(kept).size).toBe(kept.length);
        const places = kept.map((number) => numbers.indexOf(number));
        expect(places).toEqual([...places].sort((a, b) => a - b));
      }),
    );
  });

  it('keeps what stands at the end, where a question follows a pasted text', () => {
    const words = Array.from({ length: 500 }, (_, i) => `w${i}`);
    const kept = boundDistinct([...words, 'Qingdao'], itself);
    expect(kept[0]).toBe('w0');
    expect(kept.at(-1)).toBe('Qingdao');
  });
});
