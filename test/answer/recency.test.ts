import { expect, it } from 'vitest';
import type { Article } from '../../src/core/article.ts';
import { ask, pipelineOver } from './seed-pipeline.ts';

function report(id: string, publishedAt: string, language: 'zh' | 'en', body: string): Article {
  const outlet = { name: id, zh: id, en: id };
  const origin = { path: `${id}.txt`, position: 0 };
  const rest = { url: null, truncated: false, origin, copyOf: null };
  return { id, title: '', outlet, publishedAt, language, body, ...rest };
}

const REPORTS = {
  zh: [
    report('甲', '2025-03-01', 'zh', '云岭水库目前蓄水量为三千万立方米。'),
    report('乙', '2025-03-02', 'zh', '云岭水库目前蓄水量为三千万立方米，管理处说。'),
    report('丙', '2025-06-01', 'zh', '云岭水库目前蓄水量为五千万立方米。'),
  ],
  en: [
    report(
      'a',
      '2025-03-01',
      'en',
      'The Yunling reservoir currently holds 30 million cubic metres.',
    ),
    report(
      'b',
      '2025-03-02',
      'en',
      'The Yunling reservoir holds 30 million cubic metres, it said.',
    ),
    report(
      'c',
      '2025-06-01',
      'en',
      'The Yunling reservoir currently holds 50 million cubic metres.',
    ),
  ],
} as const;

it.each([
  ['zh', '云岭水库目前蓄水量是多少？', /五千万/],
  ['en', 'How much water does the Yunling reservoir currently hold?', /50 million/],
] as const)(
  'asked for the present state, in %s, the newest report comes first',
  async (language, question, newest) => {
    const { answer } = await ask(question, {}, await pipelineOver(REPORTS[language]));
    expect(answer.citations[0]?.quote).toMatch(newest);
  },
);

it('without such a wish, what most reports say comes first', async () => {
  const { answer } = await ask('云岭水库的蓄水量是多少？', {}, await pipelineOver(REPORTS.zh));
  expect(answer.citations[0]?.quote).toMatch(/三千万/);
});
