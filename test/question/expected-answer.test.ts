import { expect, it } from 'vitest';
import { expectedAnswer, offsetsOfForm } from '../../src/question/expected-answer.ts';
import { loadLanguageTools } from '../answer/language-tools.ts';

const { readQuestion } = await loadLanguageTools();

it.each([
  ['青年创新创业大赛有多少个项目参赛？', 'number'],
  ['How many officials benefited?', 'number'],
  ['新能源汽车全年销量', 'number'],
  ['上合组织文化部长第几次会晤？', 'number'],
  ['会议是什么时候举行的？', 'date'],
  ['协定生效时间', 'date'],
  ['In what year did it open?', 'date'],
  ['When was the forum held?', 'date'],
  ['谁主持了会议？', null],
  ['Who chaired the meeting?', null],
  ['为什么受到关注？', null],
])('%s asks for %s', (question, form) => {
  expect(expectedAnswer(readQuestion(question, '2025-07-08').expects)).toBe(form);
});

it('finds numbers that are no dates, and none that the question itself states', () => {
  const text = '2025年6月26日，200多个项目、8个国家参加，共三千人。';
  const found = offsetsOfForm(text, 'number', '8个国家中有多少项目？');
  expect(found.map((offset) => text.slice(offset, offset + 3))).toEqual(['200', '三千人']);
});

it('finds dates in both languages', () => {
  expect(offsetsOfForm('会议于6月26日举行', 'date', '会议时间')).toContain(3);
  expect(offsetsOfForm('It opened in June 1998.', 'date', 'When did it open?')).toEqual([13, 18]);
});
