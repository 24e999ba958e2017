import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/core/article.ts';
import { readQuestionForm } from '../../src/question/read-form.ts';
import { ENGLISH_RULES } from '../../src/question/rules/en.ts';
import { CHINESE_RULES } from '../../src/question/rules/zh.ts';
import { loadLanguageTools } from '../answer/language-tools.ts';

const { analyzer } = await loadLanguageTools();

function ruleOf(question: string, language: Language): string | null {
  return readQuestionForm(question, language, analyzer.words(question)).rule;
}

describe.each([
  ['zh', CHINESE_RULES],
  ['en', ENGLISH_RULES],
] as const)('ways of asking in %s', (language, rules) => {
  it.each(rules.map(({ id, examples }) => [id, examples] as const))('%s', (id, examples) => {
    expect(examples.length).toBeGreaterThan(0);
    for (const question of examples)
      expect([question, ruleOf(question, language)]).toEqual([question, id]);
  });

  it.each(rules.map(({ id, not }) => [id, not] as const))('%s is not seen in others', (id, not) => {
    for (const question of not)
      expect([question, ruleOf(question, language)]).not.toEqual([question, id]);
  });

  it('has one name for each', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  });
});
