import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PassageAnalyzer, WordMeaning } from '../../../src/core/search-index.ts';
import { createCosines } from '../../../src/core/vectors.ts';
import { NumberedTexts } from '../../../src/index/columns/numbered-texts.ts';
import { decodeWords, encodeWords } from '../../../src/index/snapshot/words-file.ts';
import { readMeanings } from '../../../src/index/words/meaning-batch.ts';
import { Words } from '../../../src/index/words/words.ts';
import { buildWords } from '../../../src/index/words/words-builder.ts';

const DIMENSIONS = 8;
const vector = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), {
  minLength: DIMENSIONS,
  maxLength: DIMENSIONS,
});

const UNKNOWN: WordMeaning = { direction: null, translations: [] };

/** As the index has them: looked up in two batches, written to a file and read again. */
function wordsOf(
  given: readonly string[],
  meaningOf: PassageAnalyzer['meaningOf'] = () => UNKNOWN,
): Words {
  const numbered = new NumberedTexts();
  for (const word of given) numbered.numberOf(word);
  const list = numbered.list();
  const batches = [list.slice(0, 1), list.slice(1)].map((part) => readMeanings(part, meaningOf));
  const bytes = Buffer.concat(encodeWords(buildWords(numbered, batches)));
  return new Words(decodeWords(new Uint8Array(bytes).buffer));
}

/** Cosines of a word with directions. */
function cosinesOf(words: Words, units: readonly (Float64Array | null)[], word: string): number[] {
  const vector = words.meanings.vectorOf(words.dictionary.numberOf(word));
  const cosines = new Float64Array(units.length);
  if (vector !== null) createCosines(units)(vector, cosines);
  return [...cosines];
}

const unitOf = (values: readonly number[]) => {
  const length = Math.hypot(...values);
  return Float64Array.from(values, (value) => value / length);
};

describe('Words', () => {
  it('numbers words in their order, and gives each back', () => {
    const word = fc.oneof(
      fc.constantFrom('上海', '精神', '峰会', 'summit', 'defenc', '2400', 'é', '𠮷'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(word), (given) => {
        const { dictionary } = wordsOf(given);
        for (const [number, one] of [...new Set(given)].entries()) {
          expect(dictionary.numberOf(one)).toBe(number);
          expect(dictionary.termAt(number)).toBe(one);
        }
        expect(dictionary.numberOf('a word that no sentence holds')).toBe(-1);
      }),
    );
  });

  it('knows the cosine of any two meanings to two digits, whatever their lengths', () => {
    fc.assert(
      fc.property(vector, vector, fc.double({ min: 0.01, max: 100, noNaN: true }), (a, b, size) => {
        fc.pre(Math.hypot(...a) > 1e-3 && Math.hypot(...b) > 1e-3);
        const meanings = new Map([['上海', b.map((value) => value * size)]]);
        const words = wordsOf(['上海', '2400'], (one) => ({
          direction: meanings.get(one) ?? null,
          translations: [],
        }));
        const [left, right] = [unitOf(a), unitOf(b)];
        const cosine = left.reduce((sum, value, place) => sum + value * (right[place] ?? 0), 0);
        expect(cosinesOf(words, [null, left], '上海')[1]).toBeCloseTo(cosine, 1);
        expect(words.meanings.vectorOf(words.dictionary.numberOf('2400'))).toBeNull();
        expect(cosinesOf(words, [unitOf([1]), null], '上海')).toEqual([0, 0]);
      }),
    );
  });

  it('knows the translations of a word, those too that no sentence holds', () => {
    const translations = [
      { stem: 'summit', weight: 1 },
      { stem: 'peak', weight: 0.5 },
    ];
    const words = wordsOf(['峰会', 'summit'], (word) =>
      word === '峰会' ? { direction: null, translations } : UNKNOWN,
    );
    const read: [number, number][] = [];
    words.translations.forEach(words.dictionary.numberOf('峰会'), (stem, weight) =>
      read.push([stem, weight]),
    );
    expect(read).toEqual([
      [words.dictionary.numberOf('summit'), 1],
      [words.dictionary.numberOf('peak'), expect.closeTo(0.5, 2)],
    ]);
    words.translations.forEach(words.dictionary.numberOf('peak'), () => expect.unreachable());
  });

  it('leaves out meanings without a direction', () => {
    const words = wordsOf(['上海'], () => ({
      direction: new Array(DIMENSIONS).fill(0),
      translations: [],
    }));
    expect(words.meanings.vectorOf(0)).toBeNull();
  });
});
