import { expect, it } from 'vitest';
import { choosePaths } from '../../src/core/indexed-paths.ts';

const at = (given: string) => ({ given, absolute: `/${given}` });
const [news, brought] = [at('news'), at('data/articles')];
const choice = {
  given: [],
  configured: news,
  isConfigured: true,
  indexed: [news, brought],
  brought,
  replace: false,
  add: false,
};

it('keeps what readers brought beside the configured articles', () => {
  expect(choosePaths(choice)).toEqual([news, brought]);
  expect(choosePaths({ ...choice, given: [brought], indexed: [news], add: true })).toEqual([
    news,
    brought,
  ]);
});

it('still refuses other articles than those of the index', () => {
  expect(() => choosePaths({ ...choice, configured: at('other') })).toThrow(
    expect.objectContaining({ code: 'index-other-articles' }),
  );
});
