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
    ['Is the alloy a superconductor?', '研究称，这种合金不是超导体。', 'no'],
    ['Is the alloy a superconductor?', 'Tests show that the alloy is a superconductor.', 'yes'],
    ['这种合金是不是超导体？', '测试表明，这种合金是超导体。', 'yes'],
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
    ['法院把房子判给王芳是最终判决吗？', '王芳说，她收到了法院的判决，房子判给了她。'],
    ['这种合金是不是超导体？', '他解释了为什么这种合金会显示出类似超导体的行为。'],
    ['这种合金是超导体吗？', '这一结论打破了这种合金作为“首个常温超导体”的希望。'],
    [
      'Is the alloy a superconductor?',
      'The tests ended the hopes for the alloy as “the first superconductor”.',
    ],
  ])('is left to the reader: %s | %s', (question, body) => {
    expect(judge(question, body)).toBeNull();
  });
});
