import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PassageAnalyzer, WordMeaning } from '../../../src/core/search-index.ts';
import {
  decodeSentenceWords,
  encodeSentenceWords,
} from '../../../src/index/snapshot/words-file.ts';
import { SentenceWords } from '../../../src/index/words/sentence-words.ts';
import { SentenceWordsBuilder } from '../../../src/index/words/sentence-words-builder.ts';

const word = fc.oneof(
  fc.constantFrom('上海', '精神', '峰会', 'summit', 'defenc', '2400', 'é', '𠮷'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }),
);
const chunks = fc.array(fc.array(fc.array(word, { maxLength: 12 }), { maxLength: 5 }), {
  maxLength: 300,
});
const DIMENSIONS = 8;
const vector = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), {
  minLength: DIMENSIONS,
  maxLength: DIMENSIONS,
});

const UNKNOWN: WordMeaning = { direction: null, translations: [] };

/** As the index has them: written to a file and read again. */
function wordsOf(
  given: readonly (readonly (readonly string[])[])[],
  meaningOf: PassageAnalyzer['meaningOf'] = () => UNKNOWN,
): SentenceWords {
  const builder = new SentenceWordsBuilder();
  for (const chunk of given) builder.add(chunk);
  const bytes = Buffer.concat(encodeSentenceWords(builder.build(meaningOf)));
  return new SentenceWords(decodeSentenceWords(new Uint8Array(bytes).buffer));
}

const unitOf = (values: readonly number[]) => {
  const length = Math.hypot(...values);
  return Float64Array.from(values, (value) => value / length);
};

describe('SentenceWords', () => {
  it('gives back the words of every sentence, each once', () => {
    fc.assert(
      fc.property(chunks, (given) => {
        const words = wordsOf(given);
        for (const [number, chunk] of given.entries()) {
          const expected = chunk.map((sentence) =>
            [...new Set(sentence)].map((one) => words.numberOf(one)),
          );
          const read = words.sentencesOf(number).map((sentence) => [...sentence]);
          expect(read).toEqual(expected);
          expect(read.flat().every((one) => one >= 0)).toBe(true);
        }
        expect(words.numberOf('a word that no sentence holds')).toBe(-1);
      }),
    );
  });

  it('knows the cosine of any two meanings to two digits, whatever their lengths', () => {
    fc.assert(
      fc.property(vector, vector, fc.double({ min: 0.01, max: 100, noNaN: true }), (a, b, size) => {
        fc.pre(Math.hypot(...a) > 1e-3 && Math.hypot(...b) > 1e-3);
        const meanings = new Map([['上海', b.map((value) => value * size)]]);
        const words = wordsOf([[['上海', '2400']]], (one) => ({
          direction: meanings.get(one) ?? null,
          translations: [],
        }));
        const [left, right] = [unitOf(a), unitOf(b)];
        const cosine = left.reduce((sum, value, place) => sum + value * (right[place] ?? 0), 0);
        expect(words.meanings.cosines([null, left], words.numberOf('上海'))[1]).toBeCloseTo(
          cosine,
          1,
        );
        expect([...words.meanings.cosines([left], words.numberOf('2400'))]).toEqual([0]);
        expect([...words.meanings.cosines([unitOf([1]), null], words.numberOf('上海'))]).toEqual([
          0, 0,
        ]);
      }),
    );
  });

  it('knows the translations of a word, those too that no sentence holds', () => {
    const translations = [
      { stem: 'summit', weight: 1 },
      { stem: 'peak', weight: 0.5 },
    ];
    const words = wordsOf([[['峰会', 'summit']]], (word) =>
      word === '峰会' ? { direction: null, translations } : UNKNOWN,
    );
    const read: [number, number][] = [];
    words.translations.forEach(words.numberOf('峰会'), (stem, weight) => read.push([stem, weight]));
    expect(read).toEqual([
      [words.numberOf('summit'), 1],
      [words.numberOf('peak'), expect.closeTo(0.5, 2)],
    ]);
    words.translations.forEach(words.numberOf('peak'), () => expect.unreachable());
  });

  it('leaves out meanings without a direction', () => {
    const words = wordsOf([[['上海']]], () => ({
      direction: new Array(DIMENSIONS).fill(0),
      translations: [],
    }));
    expect([...words.meanings.cosines([unitOf([1, 0, 0, 0, 0, 0, 0, 0])], 0)]).toEqual([0]);
  });
});
