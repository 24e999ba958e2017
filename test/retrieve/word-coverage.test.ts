import { expect, it } from 'vitest';
import { coverage } from '../../src/retrieve/word-coverage.ts';

it('is whole when every word is held and a share by weight otherwise', () => {
  expect(coverage([1, 1, 1], [2, 1, 1])).toBe(1);
  expect(coverage([1, 0, 0], [2, 1, 1])).toBe(0.5);
  expect(coverage([0.5, 0, 0], [2, 1, 1])).toBe(0.25);
  expect(coverage([], [])).toBe(0);
});
