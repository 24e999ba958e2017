import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { WordOccurrence } from '../../src/language/segment/word-occurrences.ts';
import { answerFormMatch } from '../../src/search/answer-form-match.ts';

/** The definition, tried for every run of neighbouring words that fits the window. */
function naiveMatch(
  occurrences: readonly WordOccurrence[],
  rarities: readonly number[],
  width: number,
  formOffsets: readonly number[],
): number {
  const total = rarities.reduce((sum, rarity) => sum + rarity, 0);
  let best = 0;
  for (const { start: from } of occurrences) {
    const inside = occurrences.filter(({ start }) => start >= from && start <= from + width);
    const near = formOffsets.some((offset) => offset >= from - width / 2 && offset <= from + width);
    if (!near) continue;
    const words = new Set(inside.map(({ word }) => word));
    best = Math.max(
      best,
      [...words].reduce((sum, word) => sum + (rarities[word] ?? 0), 0),
    );
  }
  return best / total;
}

const passages = fc
  .array(fc.double({ min: 0.1, max: 5, noNaN: true }), { minLength: 1, maxLength: 6 })
  .chain((rarities) =>
    fc.record({
      rarities: fc.constant(rarities),
      width: fc.integer({ min: 1, max: 60 }),
      formOffsets: fc.array(fc.nat(200), { maxLength: 4 }),
      occurrences: fc
        .uniqueArray(fc.record({ start: fc.nat(200), word: fc.nat(rarities.length - 1) }), {
          maxLength: 20,
          selector: ({ start }) => start,
        })
        .map((found) =>
          found
            .map(({ start, word }) => ({ start, end: start + 2, word }))
            .sort((a, b) => a.start - b.start),
        ),
    }),
  );

it('is that of the best window with the form in it, as trying every window finds it', () => {
  fc.assert(
    fc.property(passages, ({ occurrences, rarities, width, formOffsets }) => {
      const match = answerFormMatch(occurrences, rarities, width, formOffsets);
      expect(match).toBeCloseTo(naiveMatch(occurrences, rarities, width, formOffsets), 9);
    }),
  );
});

it('counts the words that stand beside the form, and nothing where it is not', () => {
  const occurrences = [
    { start: 0, end: 2, word: 0 },
    { start: 4, end: 6, word: 1 },
    { start: 150, end: 152, word: 0 },
  ];
  expect(answerFormMatch(occurrences, [1, 3], 20, [10])).toBe(1);
  expect(answerFormMatch(occurrences, [1, 3], 20, [155])).toBe(0.25);
  expect(answerFormMatch(occurrences, [1, 3], 20, [])).toBe(0);
});
