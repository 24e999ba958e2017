import { beforeAll, expect, it } from 'vitest';
import { composeLanguage, type LanguageResources } from '../../src/app/compose-models.ts';
import type { QuestionWord } from '../../src/search/question-words.ts';
import { coverage, queryTermWeights } from '../../src/search/word-coverage.ts';

let language: LanguageResources;
beforeAll(async () => {
  language = await composeLanguage({ dictionaryPath: null });
});

/** Content words of a question, all equally rare. */
function wordsOf(question: string): QuestionWord[] {
  const tokens = language.analyzer.tokens(question).filter(({ stop }) => !stop);
  return tokens.map((token) => ({ token, rarity: 1 }));
}

function weightOf(word: string, question: string): number {
  const words = wordsOf(question);
  const position = words.findIndex(({ token }) => token.text === word);
  return queryTermWeights(words)[position] ?? Number.NaN;
}

it('asks most for the numbers of a question, then for its names', () => {
  const question = 'Visitors of Baghdad museums in 2024';
  const [other, name, number] = ['museums', 'Baghdad', '2024'].map((w) => weightOf(w, question));
  expect(number).toBeGreaterThan(name ?? Number.NaN);
  expect(name).toBeGreaterThan(other ?? Number.NaN);
});

it('knows numbers and Latin names in Chinese questions too', () => {
  const question = '2022年重庆的GDP增长率';
  expect(weightOf('2022', question)).toBeGreaterThan(weightOf('重庆', question));
  expect(weightOf('GDP', question)).toBeGreaterThan(weightOf('重庆', question));
});

it('takes no name from the capital that opens a sentence', () => {
  const question = 'Museums of Baghdad';
  expect(weightOf('Museums', question)).toBeLessThan(weightOf('Baghdad', question));
});

it('is whole when every word is held and a share by weight otherwise', () => {
  expect(coverage([1, 1, 1], [2, 1, 1])).toBe(1);
  expect(coverage([1, 0, 0], [2, 1, 1])).toBe(0.5);
  expect(coverage([0.5, 0, 0], [2, 1, 1])).toBe(0.25);
  expect(coverage([], [])).toBe(0);
});
