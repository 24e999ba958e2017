import { describe, expect, it } from 'vitest';
import {
  mean,
  normalizedGain,
  percentile,
  reciprocalRank,
  standardError,
} from '../../../lab/evaluate/ranking-metrics.ts';

const relevance = new Map([
  ['a', 1],
  ['b', 2],
]);

describe('nDCG', () => {
  it('is one for the best order, and zero without a relevant result', () => {
    expect(normalizedGain(['b', 'a', 'c'], relevance, 10)).toBe(1);
    expect(normalizedGain(['c', 'd'], relevance, 10)).toBe(0);
    expect(normalizedGain(['a'], new Map(), 10)).toBe(0);
  });

  it('discounts by the logarithm of the rank, as worked out by hand', () => {
    const ideal = 2 + 1 / Math.log2(3);
    expect(normalizedGain(['a', 'c', 'b'], relevance, 10)).toBeCloseTo((1 + 2 / 2) / ideal, 12);
    expect(normalizedGain(['a', 'c', 'b'], relevance, 2)).toBeCloseTo(1 / ideal, 12);
  });
});

it('takes the reciprocal of the first relevant rank within the depth', () => {
  expect(reciprocalRank(['c', 'd', 'a', 'b'], relevance, 10)).toBeCloseTo(1 / 3, 12);
  expect(reciprocalRank(['c', 'd', 'a'], relevance, 2)).toBe(0);
});

it('takes percentiles by nearest rank', () => {
  const values = [5, 1, 4, 2, 3];
  expect(percentile(values, 0.5)).toBe(3);
  expect(percentile(values, 0.99)).toBe(5);
  expect(percentile([], 0.5)).toBe(0);
  expect(mean(values)).toBe(3);
  expect(mean([])).toBe(0);
});

it('takes the standard error of a mean, as worked out by hand', () => {
  expect(standardError([1, 2, 3, 4])).toBeCloseTo(Math.sqrt(5 / 3 / 4), 12);
  expect(standardError([2, 2, 2])).toBe(0);
  expect(standardError([7])).toBe(0);
});
