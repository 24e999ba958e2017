import { beforeAll, expect, it } from 'vitest';
import { composeLanguage, type LanguageResources } from '../../src/compose-models.ts';
import { createMeaningMatcher, type PassageMeaning } from '../../src/retrieve/meaning-match.ts';

let language: LanguageResources;
beforeAll(async () => {
  language = await composeLanguage({ dictionaryPath: null });
});

function match(question: string, passage: string): PassageMeaning {
  const { analyzer, vectors } = language;
  const words = analyzer
    .conceptGroups(question)
    .map(({ token, stems }) => ({ token, rarity: 1, group: stems, stems: [] }));
  const chunk = { id: passage, articleId: 'a', start: 0, end: passage.length, text: passage };
  return createMeaningMatcher(analyzer, vectors).matcherFor(words)(chunk);
}

it.each([
  ['国防部长', 'The defense minister spoke.', 'The weather was fine.'],
  ['defense minister', '国防部长发表讲话。', '天气很好。'],
  ['parliament', '议会通过了法案。', '球队赢得了比赛。'],
])('%s comes nearer to what translates it', (question, about, other) => {
  expect(match(question, about).sentence).toBeGreaterThan(match(question, other).sentence + 0.3);
});

it('is whole where a sentence holds every word', () => {
  const { sentence, words } = match('defense minister', 'A defense minister spoke.');
  expect(sentence).toBe(1);
  expect(words).toEqual([1, 1]);
});

it('takes the best single sentence, but each word from the whole passage', () => {
  const apart = match('defense summit', 'They spoke of defense. Nobody came to the summit.');
  expect(apart.words).toEqual([1, 1]);
  expect(apart.sentence).toBeLessThan(1);
});

it('is nothing for a question without words', () => {
  expect(match('？', 'A defense minister spoke.')).toEqual({ sentence: 0, words: [] });
});
