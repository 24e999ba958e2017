import { describe, expect, it } from 'vitest';
import { digitsTerm, numeralTerm, scaledTerm } from '../../../src/language/numbers/number-terms.ts';

it.each([
  ['2,400', '2400'],
  ['5.20', '5.2'],
  ['007', '7'],
  ['1,000,000', '1000000'],
])('digits %s are %s', (digits, term) => {
  expect(digitsTerm(digits)).toBe(term);
});

it.each([
  ['两千四百', '2400'],
  ['第二十二', '22'],
  ['二〇二五', '2025'],
  ['twelve', '12'],
  ['third', null],
  ['one', null],
  ['22nd', '22'],
  ['上海', null],
  ['conference', null],
])('the word %s is %s', (word, term) => {
  expect(numeralTerm(word)).toBe(term);
});

describe('a number with its counting unit', () => {
  it.each([
    ['1.2', '亿元', '120000000'],
    ['2500', '万', '25000000'],
    ['1.3', '万亿', '1300000000000'],
    ['2.5', 'million', '2500000'],
    ['3', '个', null],
    ['3', '', null],
  ])('%s %s is %s', (digits, following, term) => {
    expect(scaledTerm(digits, following)).toBe(term);
  });
});
