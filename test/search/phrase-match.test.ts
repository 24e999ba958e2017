import { beforeAll, expect, it } from 'vitest';
import { composeLanguage, type LanguageResources } from '../../src/app/compose-models.ts';
import { phraseMatch } from '../../src/search/phrase-match.ts';

let language: LanguageResources;
beforeAll(async () => {
  language = await composeLanguage({ dictionaryPath: null });
});

function match(question: string, passage: string): number {
  const tokens = language.analyzer.tokens(question).filter(({ stop }) => !stop);
  const words = tokens.map((token) => ({ token, rarity: 1 }));
  return phraseMatch(language.analyzer.occurrences(passage, tokens), words);
}

it('is whole where the words stand together as in the question, in any inflection', () => {
  expect(match('defense ministers meeting', 'A meeting began.')).toBe(0);
  expect(match('defence ministers', 'The defense minister spoke.')).toBe(1);
});

it('does not count words that stand far apart', () => {
  const apart = 'The minister spoke of the weather for an hour, then of national defense.';
  expect(match('defense minister', apart)).toBe(0);
});

it('counts the other order, but less', () => {
  const reversed = match('trade agreement', 'They signed an agreement on trade.');
  expect(reversed).toBeGreaterThan(0);
  expect(reversed).toBeLessThan(match('trade agreement', 'They signed a trade agreement.'));
});

it('lets words stand as far apart as in the question', () => {
  expect(match('members of the organization', 'Members of this organization met.')).toBe(1);
});

it('is nothing for a single word', () => {
  expect(match('defense', 'defense')).toBe(0);
});
