import { expect, it } from 'vitest';
import { stemEnglish } from '../../src/text/stems.ts';
import { isStopWord } from '../../src/text/stop-words.ts';

it.each([
  ['died', 'die'],
  ['dying', 'dies'],
  ['won', 'winning'],
  ['Held', 'holds'],
  ['led', 'leading'],
  ['children', 'child'],
  ["women's", 'woman'],
  ['withdrawn', 'withdraws'],
])('%s and %s are one word', (one, other) => {
  expect(stemEnglish(one)).toBe(stemEnglish(other));
});

it.each([
  ['founded', 'find'],
  ['left', 'leave'],
  ['sit', 'site'],
])('%s and %s stay apart', (one, other) => {
  expect(stemEnglish(one)).not.toBe(stemEnglish(other));
});

it('has every form of to be among the words without content', () => {
  const forms = 'am is are was were be been being isn’t aren’t'.split(' ');
  expect(forms.filter((form) => !isStopWord(form))).toEqual([]);
});
