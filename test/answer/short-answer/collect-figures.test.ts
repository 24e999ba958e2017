import { expect, it } from 'vitest';
import { collectFigures } from '../../../src/answer/short-answer/collect-figures.ts';
import { detectLanguage } from '../../../src/language/characters/language.ts';
import { article } from '../../search/seed-collection.ts';
import { loadLanguageTools } from '../language-tools.ts';

const tools = await loadLanguageTools();

function figures(question: string, reports: readonly (readonly [day: string, body: string])[]) {
  const read = tools.readQuestion(question, '2024-06-01');
  const evidence = reports.flatMap(([publishedAt, body]) => {
    const one = article({ id: body, body, publishedAt, language: detectLanguage(body) });
    const sentences = tools.reader.sentencesOf(one);
    return sentences.map((sentence) => ({
      article: one,
      sentence,
      sentences,
      probability: 0.7,
      // Figures are read off the sentence; what ranked it does not matter here.
      ranked: undefined as never,
    }));
  });
  return collectFigures(read, evidence, tools).map(({ candidate, asOf }) => [candidate.text, asOf]);
}

const REPORTS = [
  ['2024-05-03', '山火已造成12人死亡。'],
  ['2024-05-06', '山火已造成31人死亡。'],
  ['2024-05-04', '山火已造成20人死亡。'],
] as const;

it('lists what sources count, the newest first, each value once', () => {
  const repeated = [...REPORTS, ['2024-05-05', '山火造成20人死亡。']] as const;
  expect(figures('山火最新死亡人数是多少人', repeated)).toEqual([
    ['31人', '2024-05-06'],
    ['20人', '2024-05-05'],
    ['12人', '2024-05-03'],
  ]);
});

it('is silent where one figure stands, and where no state is asked for', () => {
  expect(figures('山火最新死亡人数是多少人', REPORTS.slice(0, 1))).toEqual([]);
  expect(figures('山火死了多少人', REPORTS)).toEqual([]);
});
