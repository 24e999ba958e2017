import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../src/language/characters/language.ts';
import { findAnswerCandidates } from '../../src/question/answer-form.ts';
import { readQuestionForm } from '../../src/question/read-form.ts';
import { loadLanguageTools } from '../answer/language-tools.ts';

const { names, analyzer } = await loadLanguageTools();

/** Candidates from the best fitting on. */
function candidates(question: string, text: string, publishedAt: string | null = null) {
  const form = readQuestionForm(question, detectLanguage(question), analyzer.words(question));
  const language = detectLanguage(text);
  const found = findAnswerCandidates({ text, language, publishedAt }, form, names);
  for (const { start, end, text: words } of found) expect(text.slice(start, end)).toBe(words);
  return [...found].sort((a, b) => b.fit - a.fit).map((candidate) => candidate.text);
}

describe('what in a sentence has the form of the answer', () => {
  it('prefers a day to a year for a date', () => {
    const [first] = candidates('何时开幕？', '2025年的论坛7月4日在沈阳开幕。', '2025-07-05');
    expect(first).toBe('7月4日');
  });

  it('prefers the unit that was asked for', () => {
    const text = '大赛历时3天,共有32支队伍、500名选手参赛。';
    expect(candidates('有多少支队伍参赛？', text)[0]).toBe('32支');
    expect(candidates('有多少支队伍参赛？', text)).not.toContain('3天');
  });

  it('counts what the question counts, in English', () => {
    const text = 'The base held over 120 training sessions for more than 2,400 officials.';
    expect(candidates('How many officials took part?', text)[0]).toBe('2,400');
  });

  it('tells shares from sums', () => {
    const text = '全年营收965亿元,同比增长10.1%。';
    expect(candidates('全年营收是多少？', text)).toEqual(['965亿元']);
    expect(candidates('营收增长率是多少', text)).toEqual(['10.1%']);
  });

  it('prefers a city to a country where a city is asked for, and takes its suffix along', () => {
    const text = '各方同意提名吉尔吉斯共和国乔尔蓬阿塔市为候选城市。';
    expect(candidates('哪座城市被提名？', text)[0]).toBe('乔尔蓬阿塔市');
  });

  it('finds nothing to point at where the answer has no form', () => {
    expect(candidates('如何作出决定？', '该组织实行协商一致原则。')).toEqual([]);
  });
});
