import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passageFeatures } from '../../src/retrieve/passage-features.ts';
import type { WordOccurrence } from '../../src/text/word-occurrences.ts';

/** The definition, tried at every start: the rarity of the words that begin within the width. */
function naiveProximity(
  occurrences: readonly WordOccurrence[],
  rarities: readonly number[],
  width: number,
): number {
  const total = rarities.reduce((sum, rarity) => sum + rarity, 0);
  const windows = occurrences.map(({ start }) => {
    const inside = occurrences.filter((one) => one.start >= start && one.start <= start + width);
    const words = new Set(inside.map(({ word }) => word));
    return [...words].reduce((sum, word) => sum + (rarities[word] ?? 0), 0);
  });
  return Math.max(0, ...windows) / total;
}

const rarities = fc.array(fc.double({ min: 0.1, max: 5, noNaN: true }), {
  minLength: 1,
  maxLength: 6,
});

const passages = rarities.chain((known) =>
  fc.record({
    rarities: fc.constant(known),
    width: fc.integer({ min: 1, max: 60 }),
    occurrences: fc
      .array(
        fc.record({
          start: fc.nat(200),
          word: fc.nat(known.length - 1),
        }),
        { maxLength: 20 },
      )
      .map((found) =>
        found
          .map(({ start, word }) => ({ start, end: start + 2, word }))
          .sort((a, b) => a.start - b.start),
      ),
  }),
);

describe('proximity', () => {
  it('is that of the best window, as trying every window finds it', () => {
    fc.assert(
      fc.property(passages, ({ occurrences, rarities: known, width }) => {
        const { proximity } = passageFeatures(occurrences, known, width, null);
        expect(proximity).toBeCloseTo(naiveProximity(occurrences, known, width), 9);
      }),
    );
  });
});

describe('the form asked for', () => {
  const occurrences = [
    { start: 0, end: 2, word: 0 },
    { start: 4, end: 6, word: 1 },
    { start: 150, end: 152, word: 0 },
  ];

  it('counts the words that stand beside it, and nothing where it is not', () => {
    expect(passageFeatures(occurrences, [1, 3], 20, [10]).answerForm).toBe(1);
    expect(passageFeatures(occurrences, [1, 3], 20, [155]).answerForm).toBe(0.25);
    expect(passageFeatures(occurrences, [1, 3], 20, []).answerForm).toBe(0);
    expect(passageFeatures(occurrences, [1, 3], 20, null).answerForm).toBe(0);
  });
});
