import { describe, expect, it } from 'vitest';
import type { Sentence } from '../../src/core/sentence.ts';
import { compareStatements } from '../../src/language/discourse/compare-statements.ts';
import { loadLanguageTools } from '../../src/language/segment/load-language-tools.ts';

const { annotator } = await loadLanguageTools();

function read(text: string): Sentence {
  const language = /\p{Script=Han}/u.test(text) ? 'zh' : 'en';
  const [sentence] = annotator.annotate({ text, language, reference: '2025-06-26' });
  if (sentence === undefined) throw new Error('no sentence');
  return sentence;
}
const compare = (first: string, second: string) => compareStatements(read(first), read(second));

describe('two statements', () => {
  it.each([
    ['云南地震造成12人死亡。', '云南地震已造成15人死亡。', '12人死亡', '15人死亡'],
    [
      'A fire in Springfield killed 12 people on June 25.',
      'The fire in Springfield killed 15 people on June 25.',
      '12 people',
      '15 people',
    ],
    [
      '上合组织国防部长会议6月26日在青岛举行。',
      '上合组织国防部长会议6月24日在青岛举行。',
      '2025-06-26',
      '2025-06-24',
    ],
  ])('disagree, whichever is held against the other: %s / %s', (first, second, value, other) => {
    expect(compare(first, second)?.disagreement?.values).toEqual([value, other]);
    expect(compare(second, first)?.disagreement?.values).toEqual([other, value]);
    expect(compare(first, second)?.agrees).toBe(false);
  });

  it.each([
    ['国防部长董军26日主持会议。', '会议26日由国防部长董军主持。'],
    [
      'The summit opened in Qingdao with 10 ministers.',
      'In Qingdao the summit opened with ten ministers.',
    ],
  ])('agree: %s / %s', (first, second) => {
    expect(compare(first, second)).toEqual({ disagreement: null, agrees: true });
    expect(compare(first, first)).toEqual({ disagreement: null, agrees: true });
  });

  it.each([
    [
      'another predicate',
      '国防部长董军26日主持防长会议。',
      '国防部长董军26日在防长会议期间会见俄罗斯防长。',
    ],
    [
      'another predicate, though a character of a name means it',
      '上海合作组织成员国国防部长会议在青岛举行,中国国防部长董军主持会议并发言。',
      '当天,中国国防部长董军在青岛分别会见了来华出席上海合作组织成员国国防部长会议的多国防长。',
    ],
    ['another day', '国防部长董军26日主持防长会议。', '国防部长董军25日出席防长会议晚宴。'],
    ['another figure', '大赛展示了12个项目和8个展区。', '大赛展示了12个项目。'],
  ])('do not agree over %s', (_, first, second) => {
    expect(compare(first, second)?.agrees ?? false).toBe(false);
  });

  it('bring each other up to date where each counts as of its own day', () => {
    const disagreement = compare('截至6日，地震造成12人死亡。', '截至7日，地震造成15人死亡。');
    expect(disagreement?.disagreement).toMatchObject({ kind: 'figure', isUpdate: true });
  });
});
