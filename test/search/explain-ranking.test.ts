import { beforeAll, expect, it } from 'vitest';
import { explainRanking } from '../../src/search/explain-ranking.ts';
import { openSeeds, query, type TestCollection } from './seed-collection.ts';

let seeds: TestCollection;
beforeAll(async () => {
  seeds = await openSeeds();
});

it('says in Chinese which words matched and what counted most', async () => {
  const { passages } = await seeds.retriever.retrieve(query('董军在青岛会见了哪些国防部长？'));
  const [best] = passages;
  if (best === undefined) throw new Error('nothing was found');
  const [matched, first] = explainRanking(best, 'zh');
  expect(matched).toMatch(/^含有问题中的词：.*董军.*青岛/);
  expect(first).toMatch(/占得分的 \d+%。$/);
});

it('says in English why a Chinese passage was found, most important reason first', async () => {
  const { passages } = await seeds.retriever.retrieve(
    query("What did Pakistan's defence minister say about NATO?"),
  );
  const [best] = passages;
  if (best === undefined) throw new Error('nothing was found');
  const explanation = explainRanking(best, 'en');
  expect(explanation[0]).toBe(
    'It holds no word of the question as written; it was found by meaning.',
  );
  expect(explanation.join(' ')).toMatch(/meanings of its words|near the question in meaning/);
  const shares = explanation.flatMap((line) => [...line.matchAll(/(\d+)% of the score/g)]);
  const numbers = shares.map(([, share]) => Number(share));
  expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
  expect(numbers.reduce((sum, share) => sum + share, 0)).toBeGreaterThan(85);
});

it('names the outlets of copies', async () => {
  const { passages } = await seeds.retriever.retrieve(query('上海精神'));
  const [best] = passages;
  if (best === undefined) throw new Error('nothing was found');
  const copied = { ...best, copies: [best.article] };
  expect(explainRanking(copied, 'en').at(-1)).toContain(best.article.outlet.en);
  expect(explainRanking(copied, 'zh').at(-1)).toContain(best.article.outlet.zh);
});
