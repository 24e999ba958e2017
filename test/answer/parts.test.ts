import { describe, expect, it } from 'vitest';
import { article } from '../search/seed-collection.ts';
import { ask, pipelineOver } from './seed-pipeline.ts';

const pipeline = await pipelineOver([
  article({
    id: 'floods',
    body:
      '据统计，临江县共设置防汛安置点515处，最大安置能力3.2万人，共确定负责人394人。' +
      '今年，临江县储备了价值1500余万元的冲锋舟和水泵。' +
      '临江县多次开展演练，参加的有4000余人次。',
  }),
  article({
    id: 'example-villages',
    body:
      '今年1月，安河省妇联开展“幸福家园”推选活动，计划在三年时间里分批推选300个样板点。' +
      '8月2日，安河省妇联公布了首批样板点，共100个村上榜。',
  }),
  article({
    id: 'book-fair',
    language: 'en',
    body:
      'The Linden Book Fair opens on 12 August in the Harbour Hall. ' +
      'A day ticket for the Linden Book Fair costs 10 euros. ' +
      'An evening ticket for the fair costs 5 euros. ' +
      'About 400 publishers will attend the fair.',
  }),
]);

async function answerTo(question: string) {
  const { answer } = await ask(question, {}, pipeline);
  return {
    outcome: answer.outcome,
    quotes: answer.sentences.map(({ text }) => text),
    headings: answer.blocks.filter(({ kind }) => kind === 'heading').length,
  };
}

describe('a question in two parts', () => {
  it('gets one sentence, and no headings, where that answers both', async () => {
    const { outcome, quotes, headings } = await answerTo(
      '临江县的防汛安置点有几处，最多能安置多少人？',
    );
    expect(outcome).toBe('answered');
    expect(quotes).toHaveLength(1);
    expect(quotes[0]).toMatch(/515处.*3\.2万人/u);
    expect(headings).toBe(0);
  });

  it.each([
    ['安河省妇联计划三年推选多少个样板点，首批公布了多少个？', /300个/u, /100个/u],
    [
      'What does a day ticket for the Linden Book Fair cost, and what does an evening ticket cost?',
      /10 euros/u,
      /5 euros/u,
    ],
  ])(
    'gets other words for each part where no sentence answers both: %s',
    async (question, first, second) => {
      const { quotes, headings } = await answerTo(question);
      expect(headings).toBe(2);
      expect(quotes[0]).toMatch(first);
      expect(quotes.slice(1).join('\n')).toMatch(second);
    },
  );
});
