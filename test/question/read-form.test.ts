import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../src/language/characters/language.ts';
import { readQuestionForm } from '../../src/question/read-form.ts';
import { loadLanguageTools } from '../answer/language-tools.ts';

const { analyzer } = await loadLanguageTools();

function formOf(question: string) {
  return readQuestionForm(question, detectLanguage(question), analyzer.words(question));
}

describe('the kind of answer a question asks for', () => {
  it.each([
    ['谁主持了会议？', 'who', 'person'],
    ['Who chaired the meeting?', 'who', 'person'],
    ['这部剧的导演', 'who', 'person'],
    ['论坛在哪里开幕？', 'where', 'place'],
    ['Where did the summit open?', 'where', 'place'],
    ['Olympic Games 2032 location', 'where', 'place'],
    ['新规何时开始施行？', 'when', 'date'],
    ['新法施行时间', 'when', 'date'],
    ['When was the treaty signed?', 'when', 'date'],
    ['有多少支队伍参赛？', 'how-many', 'count'],
    ['How many officials took part?', 'how-many', 'count'],
    ['第几次会晤？', 'how-many', 'ordinal'],
    ['全年营收是多少？', 'how-much', 'money'],
    ["What was the company's revenue in 2020?", 'how-much', 'money'],
    ['去年人口出生率', 'how-much', 'percentage'],
    ['谈判持续了多久？', 'how-much', 'duration'],
    ['大桥主桥多长', 'how-much', 'quantity'],
    ['哪座城市被提名？', 'which', 'place'],
    ['Which treaty did they sign?', 'which', 'name'],
    ['本届大会的主题是什么？', 'what', 'phrase'],
    ['他为什么辞职？', 'why', 'reason'],
    ['Why did the talks fail?', 'why', 'reason'],
    ['How does the organization take decisions?', 'how', 'statement'],
    ['双方签署协议了吗？', 'yes-no', 'polarity'],
    ['Did the ministers meet?', 'yes-no', 'polarity'],
    ['会见了哪些国家的部长？', 'list', 'place'],
    ['Which countries attended?', 'list', 'place'],
    ['比较两国的经济', 'compare', 'statement'],
    ['What is the difference between the two plans?', 'compare', 'statement'],
    ['总结一下这次峰会', 'summary', 'statement'],
    ['Summarize the summit', 'summary', 'statement'],
    ['梳理事件的时间线', 'timeline', 'statement'],
    ['部长对北约说了什么？', 'what', 'remark'],
    ['What did the minister say about trade?', 'what', 'remark'],
  ])('%s', (question, kind, expects) => {
    expect(formOf(question)).toMatchObject({ kind, expects });
  });

  it('marks the words that ask, and leaves the matter to be searched for', () => {
    for (const [question, matter] of [
      ['飞机坠毁地点在哪里', '坠毁'],
      ['选举有多少个议席？', '议席'],
      ['城市有多少人口？', '人口'],
      ['How many officials took part?', 'officials'],
    ] as const) {
      const { cues } = formOf(question);
      const start = question.indexOf(matter);
      expect(cues.length).toBeGreaterThan(0);
      expect(cues.some((cue) => cue.start < start + matter.length && start < cue.end)).toBe(false);
    }
  });

  it('knows what is counted and which noun is asked for', () => {
    expect(formOf('有多少支队伍参赛？').units).toContain('支');
    expect(formOf('哪座城市被提名？').focus).toBe('城市');
    expect(formOf('Which two countries host the centers?').focus).toBe('countries');
  });
});
