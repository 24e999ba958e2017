import { describe, expect, it } from 'vitest';
import { type Contender, standAgainst, TIE } from '../../../lab/bench/fastest-peer.ts';

/** Answers of the given nDCG@10 each, found first where that is 1. */
function contender(name: string, p50Milliseconds: number, ...gains: number[]): Contender {
  const scores = gains.map((gain) => ({ gain, reciprocalRank: gain, answered: null }));
  return { name, p50Milliseconds, scores };
}

/** Gains of .6 and .8 in turn, each changed as told. */
const gains = (change: (place: number) => number) =>
  Array.from({ length: 40 }, (_, place) => (place % 2 === 0 ? 0.6 : 0.8) + change(place));

const ours = contender('ours', 2, ...gains(() => 0));

describe('the fastest peer that finds no less', () => {
  it('is the fastest of those as good or better, not the best of them', () => {
    const slowAndBetter = contender('better', 90, ...gains(() => 0.1));
    const asGood = contender('as good', 40, ...gains((place) => (place < 20 ? 0.1 : -0.1)));
    const fastAndWorse = contender('worse', 0.1, ...gains((place) => (place < 20 ? -0.1 : -0.2)));
    const standing = standAgainst(ours, [slowAndBetter, fastAndWorse, asGood]);
    expect(standing).toMatchObject({ matched: true, peer: { name: 'as good', p50Ratio: 20 } });
    expect(standing?.peer.gainDifference).toBeCloseTo(0);
    expect(standing?.peer.standardError).toBeCloseTo(0.1 / Math.sqrt(39));
  });

  it('may find a little less, in its favour', () => {
    const below = (gap: number) => [contender('below', 1, ...gains(() => -gap))];
    expect(standAgainst(ours, below(TIE * 0.9))?.matched).toBe(true);
    expect(standAgainst(ours, below(TIE * 1.1))?.matched).toBe(false);
  });

  it('may find less on some questions, in its favour, while that may be chance', () => {
    // Less by .01 on average, by more or less from question to question.
    const swaying = (by: number) => [
      contender('swaying', 1, ...gains((place) => (place % 4 < 2 ? by - 0.01 : -by - 0.01))),
    ];
    expect(standAgainst(ours, swaying(0.2))?.matched).toBe(true);
    expect(standAgainst(ours, swaying(0.01))?.matched).toBe(false);
  });

  it('is nobody where all find less: then the best is shown with what it misses', () => {
    const best = contender('best', 30, ...gains((place) => (place < 30 ? -0.1 : -0.6)));
    const fastest = contender('fastest', 1, ...gains(() => -0.6));
    const standing = standAgainst(ours, [fastest, best]);
    expect(standing).toMatchObject({ matched: false, peer: { name: 'best', p50Ratio: 15 } });
    expect(standing?.peer.gainDifference).toBeCloseTo(-0.225);
    expect(standing?.peer['hit@5Difference']).toBeCloseTo(-1 / 8);
  });

  it('is judged by the questions it got to, if these are half of them', () => {
    const hard = Array.from({ length: 20 }, () => 0.1);
    const thorough = contender('ours', 2, ...gains(() => 0), ...hard);
    // Over all questions ours has a mean of .5, over those that the peer got to of .7.
    const cutShort = contender('cut short', 10, ...gains(() => -0.1));
    expect(standAgainst(thorough, [cutShort])).toMatchObject({
      matched: false,
      peer: { questions: 40, 'nDCG@10': expect.closeTo(0.6) },
    });
    expect(standAgainst(thorough, [contender('hardly asked', 10, 1, 1, 1)])).toBeNull();
  });

  it('is nobody where nobody was measured', () => {
    expect(standAgainst(ours, [])).toBeNull();
    expect(standAgainst(contender('unasked', 1), [contender('peer', 1)])).toBeNull();
  });
});
