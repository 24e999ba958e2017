import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createMentionCheck } from '../../../lab/evaluate/mentioned-words.ts';
import { evaluateQuestions, parseQuestions } from '../../../lab/evaluate/questions.ts';
import { ask, seeds, tools } from '../../answer/seed-pipeline.ts';

const FIXTURE = path.resolve(import.meta.dirname, '../../answer/fixtures/seed-questions.jsonl');

function getArticle(id: string) {
  const article = seeds.find((one) => one.id === id);
  if (article === undefined) throw new Error(`no article ${id}`);
  return article;
}

const parts = {
  ask: async (question: string) => (await ask(question)).answer,
  getArticle,
  languageOf: (number: number) => seeds[number - 1]?.language ?? null,
  isMentioned: createMentionCheck(seeds, tools.lexicon),
};

describe('questions about the seeds', () => {
  it('answers or refuses them, in both languages and across, with exact citations', async () => {
    const questions = parseQuestions(await readFile(FIXTURE, 'utf8'), FIXTURE);
    const report = await evaluateQuestions(questions, parts);
    expect(report.total).toBeGreaterThanOrEqual(30);
    // Weights are not fitted to these questions; the reader is measured on unseen ones.
    expect(report.passed / report.total).toBeGreaterThanOrEqual(0.85);
    expect(report.all.right).toBeGreaterThanOrEqual(0.8);
    expect(report.all.refused).toBeLessThanOrEqual(0.05);
    // "Possible" passes as no claim, so what is neither asserted nor refused is bounded too.
    expect(report.all.asserted).toBeLessThanOrEqual(0.17);
    expect(report.all.asserted + report.all.unanswerablePossible).toBeLessThan(0.6);
    expect(report.citations).toBeGreaterThan(report.total / 2);
    expect(report.inexactCitations).toBe(0);
    expect(report.all.falseWords).toBe(0);
  });

  it('fails a question whose answer is missing, uncited, or given where none is', async () => {
    const questions = parseQuestions(
      [
        {
          _id: 'other',
          text: '谁主持了上合组织国防部长会议？',
          articles: [5, 6],
          answer: ['王毅'],
        },
        { _id: 'place', text: '谁主持了上合组织国防部长会议？', articles: [3], answer: ['董军'] },
        { _id: 'given', text: '谁主持了上合组织国防部长会议？', unanswerable: true },
        {
          _id: 'right',
          text: '谁主持了上合组织国防部长会议？',
          articles: [5, 6],
          answer: [['董军']],
        },
      ]
        .map((line) => JSON.stringify(line))
        .join('\n'),
      'questions.jsonl',
    );
    const { passed, failed } = await evaluateQuestions(questions, parts);
    expect(failed).toEqual(['other', 'place', 'given']);
    expect(passed).toBe(1);
  });

  it('says which line is not of the form', () => {
    expect(() => parseQuestions('\n{"_id":"a"}', 'q.jsonl')).toThrow(/Line 2 of q.jsonl/);
    expect(() => parseQuestions('no JSON', 'q.jsonl')).toThrow(/Line 1 of q.jsonl/);
  });
});
