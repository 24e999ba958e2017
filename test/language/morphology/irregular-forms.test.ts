import { expect, it } from 'vitest';
import { stemEnglish } from '../../../src/language/morphology/stems.ts';

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
