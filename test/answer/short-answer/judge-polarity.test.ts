import { describe, expect, it } from 'vitest';
import { OUTCOME_THRESHOLDS, readEvidence } from '../../../src/answer/reader/reader.ts';
import { judgePolarity } from '../../../src/answer/short-answer/judge-polarity.ts';
import { detectLanguage } from '../../../src/language/characters/language.ts';
import { article } from '../../search/seed-collection.ts';
import { loadLanguageTools } from '../language-tools.ts';

const tools = await loadLanguageTools();

function judge(question: string, body: string): 'yes' | 'no' | null {
  const one = article({ id: body, body, language: detectLanguage(body) });
  const chunk = { id: body, articleId: body, start: 0, end: body.length, text: body };
  const trace = { signals: [], rerank: [], matched: [] };
  const passage = { chunk, article: one, score: 1, trace, copies: [] };
  const evidence = readEvidence(tools.readQuestion(question, '2024-06-01'), [passage], {
    ...tools.reader,
    thresholds: OUTCOME_THRESHOLDS,
  });
  const judged = judgePolarity(evidence);
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
    ['条约是五个国家签的，对吗？', 'The treaty was signed by six countries.', 'no'],
    ['王芳认为机器会取代教师吗？', '王芳在论坛上发言。她说，机器不能取代教师。', 'no'],
    [
      'Did the Kenyan minister sign the treaty?',
      'The Kenyan minister flew to Geneva. There he signed the treaty.',
      'yes',
    ],
  ])('%s | %s', (question, body, expected) => {
    expect(judge(question, body)).toBe(expected);
  });

  it.each([
    ['新桥通车了吗？', '新桥将于明年通车。'],
    ['Did the Kenyan minister sign the treaty?', 'The French minister signed the treaty.'],
    ['新桥通车了吗？', '新桥通车了吗？'],
    ['市长支持涨价吗？', '市长出席了会议。'],
    ['Did the Kenyan minister sign the treaty?', 'The Kenyan minister read the treaty.'],
  ])('is left to the reader: %s | %s', (question, body) => {
    expect(judge(question, body)).toBeNull();
  });
});
