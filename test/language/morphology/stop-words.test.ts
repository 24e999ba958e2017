import { expect, it } from 'vitest';
import { isStopWord } from '../../../src/language/morphology/stop-words.ts';

it.each([
  ['am is are was were be been being isn’t aren’t', 'every form of to be'],
  ['谁 哪里 哪一位 哪个 哪家 哪项 何时 何为', 'what Chinese questions ask with'],
])('holds %s: %s', (words) => {
  expect(words.split(' ').filter((word) => !isStopWord(word))).toEqual([]);
});

it('leaves words of content alone', () => {
  expect(['island', 'US', '项目', '位置', '家庭'].filter(isStopWord)).toEqual([]);
});
