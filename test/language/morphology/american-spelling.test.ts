import { expect, it } from 'vitest';
import { americanSpelling } from '../../../src/language/morphology/american-spelling.ts';
import { stemEnglish } from '../../../src/language/morphology/stems.ts';

it.each([
  ['defence', 'defense'],
  ['labour', 'labor'],
  ['neighbouring', 'neighboring'],
  ['centre', 'center'],
  ['theatres', 'theaters'],
  ['programmes', 'programs'],
  ['organisation', 'organization'],
  ['modernise', 'modernize'],
  ['travelled', 'traveled'],
])('%s is %s', (british, american) => {
  expect(americanSpelling(british)).toBe(american);
  expect(stemEnglish(british)).toBe(stemEnglish(american));
});

it.each([
  'promise',
  'exercise',
  'surprised',
  'rising',
  'four',
  'hours',
  'source',
  'raised',
  'wise',
  'science',
  'peace',
  'advised',
  'enterprises',
  'metre-long',
])('leaves %s as it is', (word) => {
  expect(americanSpelling(word)).toBe(word);
});
