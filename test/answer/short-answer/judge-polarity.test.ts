import { describe, expect, it } from 'vitest';
import { judgePolarity } from '../../../src/answer/short-answer/judge-polarity.ts';
import { detectLanguage } from '../../../src/language/characters/language.ts';
import { article } from '../../search/seed-collection.ts';
import { loadLanguageTools } from '../language-tools.ts';

const tools = await loadLanguageTools();

function judge(question: string, body: string): 'yes' | 'no' | null {
  const one = article({ id: body, body, language: detectLanguage(body) });
  const sentences = tools.reader.sentencesOf(one);
  const ranked = sentences.map((sentence) => ({
    article: one,
    sentence,
    sentences,
    probability: 0.8,
  }));
  const judged = judgePolarity(tools.readQuestion(question, '2024-06-01'), ranked, tools);
  return judged === null ? null : judged.isYes ? 'yes' : 'no';
}

describe('yes or no', () => {
  it.each([
    ['新桥通车了吗？', '新桥3日正式通车。', 'yes'],
    ['新桥通车了吗？', '新桥尚未通车。', 'no'],
    ['Did the Kenyan minister sign the treaty?', 'The Kenyan minister signed the treaty.', 'yes'],
    [
      'Did the Kenyan minister sign the treaty?',
      'The Kenyan minister refused to sign the treaty.',
      'no',
    ],
    ['肯尼亚的部长签署条约了吗', 'The Kenyan minister signed the treaty on Monday.', 'yes'],
    ['条约是五个国家签的，对吗？', '六个国家签署了条约。', 'no'],
    ['Did more than half of the members vote?', 'Of the members, 35% voted.', 'no'],
    ['两个方案一样吗？', '这两个方案完全不同。', 'no'],
  ])('%s | %s', (question, body, expected) => {
    expect(judge(question, body)).toBe(expected);
  });

  it.each([
    ['新桥通车了吗？', '新桥将于明年通车。'],
    ['Did the Kenyan minister sign the treaty?', 'The French minister signed the treaty.'],
    ['新桥通车了吗？', '新桥通车了吗？'],
    ['市长支持涨价吗？', '市长出席了会议。'],
  ])('is left to the reader: %s | %s', (question, body) => {
    expect(judge(question, body)).toBeNull();
  });
});
