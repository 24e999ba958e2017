import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { memoize } from '../../src/core/memoize.ts';
import { NumberedTexts } from '../../src/index/columns/numbered-texts.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const MEGABYTE = 2 ** 20;

/** A long word out of a text of a megabyte. */
const wordOf = (number: number) => `${number} responsibility `.repeat(60_000).slice(0, 20);

it.each([
  ['remembers answers', () => memoize((word) => word.length, 1_000)],
  [
    'numbers texts',
    () => {
      const texts = new NumberedTexts();
      return (word: string) => texts.numberOf(word);
    },
  ],
])('what %s about words keeps the words, not the texts they were cut from', (_, make) => {
  const keep = make();
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  for (let number = 0; number < 100; number++) keep(wordOf(number));
  collectGarbage();
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(20 * MEGABYTE);
  expect(keep(wordOf(0))).toBeDefined();
});
