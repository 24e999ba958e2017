import { beforeAll, expect, it } from 'vitest';
import { composeLanguage, type LanguageResources } from '../../src/app/compose-models.ts';
import { createMeaningMatch, type PassageMeaning } from '../../src/search/meaning-match.ts';
import { article, openArticles } from './seed-collection.ts';

let language: LanguageResources;
beforeAll(async () => {
  language = await composeLanguage({ dictionaryPath: null });
});

async function match(question: string, passage: string): Promise<PassageMeaning> {
  const { analyzer, vectors } = language;
  const { index } = await openArticles([article({ id: 'a', body: passage })], language);
  const words = analyzer
    .conceptGroups(question)
    .map(({ token, stems }) => ({ token, rarity: 1, group: stems, stems: [] }));
  return createMeaningMatch(words, vectors, index)(0);
}

it.each([
  ['国防部长', 'The defense minister spoke.', 'The weather was fine.'],
  ['defense minister', '国防部长发表讲话。', '天气很好。'],
  ['parliament', '议会通过了法案。', '球队赢得了比赛。'],
])('%s comes nearer to what translates it', async (question, about, other) => {
  const unlike = await match(question, other);
  expect((await match(question, about)).sentence).toBeGreaterThan(unlike.sentence + 0.3);
});

it('is whole where a sentence holds every word', async () => {
  const { sentence, words } = await match('defense minister', 'A defense minister spoke.');
  expect(sentence).toBe(1);
  expect(Array.from(words)).toEqual([1, 1]);
});

it('takes the best single sentence, but each word from the whole passage', async () => {
  const apart = await match('defense summit', 'They spoke of defense. Nobody came to the summit.');
  expect(Array.from(apart.words)).toEqual([1, 1]);
  expect(apart.sentence).toBeLessThan(1);
});

it('is nothing for a question without words', async () => {
  const { sentence, words } = await match('？', 'A defense minister spoke.');
  expect([sentence, words.length]).toEqual([0, 0]);
});
