import { describe, expect, it } from 'vitest';
import { createSentenceChecker } from '../../../src/answer/check/check-sentence.ts';
import { evidenceFrom } from '../../../src/core/sentence-checker.ts';
import { splitSentences } from '../../../src/language/segment/sentences.ts';
import { loadLanguageTools, loadSeeds } from '../language-tools.ts';
import { collectNames, corruptSentence } from './corruption.ts';

const tools = await loadLanguageTools();
const checker = createSentenceChecker(tools);
const articles = await loadSeeds();

/** Each sentence of the seeds with the words it stands among: itself, and its neighbours too. */
const sentences = articles.flatMap((article) => {
  const spans = splitSentences(article.body);
  return spans
    .filter(({ start, end }) => /\p{L}/u.test(article.body.slice(start, end)))
    .map((span) => ({ span, i: spans.indexOf(span) }))
    .map(({ span, i }) => ({
      text: article.body.slice(span.start, span.end),
      language: article.language,
      evidence: [
        evidenceFrom(article, span),
        evidenceFrom(article, {
          start: (spans[i - 1] ?? span).start,
          end: (spans[i + 1] ?? span).end,
        }),
      ],
    }));
});

describe('the check on sentences of the seeds', () => {
  it('supports every true one, quoted word for word', () => {
    const verdicts = sentences.flatMap(({ text, evidence }) =>
      evidence.map((words) => checker.check(text, [words], 'zh')),
    );
    expect(verdicts.filter(({ rule }) => rule !== 'quoted')).toEqual([]);
  });

  it('catches at least 95 in 100 with a number, date, name, place or negation changed', () => {
    const pool = collectNames(
      articles.map(({ body, language }) => ({ text: body, language })),
      tools.names,
    );
    let turn = 0;
    const inTurn = <T>(list: readonly T[]): T | undefined =>
      list[turn++ % Math.max(1, list.length)];
    const caught: boolean[] = [];
    for (const { text, language, evidence } of sentences) {
      const context = evidence
        .map(({ article, start, end }) => article.body.slice(start, end))
        .join('\n');
      const source = { sentence: text, language, context };
      for (const corruption of corruptSentence(source, pool, tools.names, inTurn)) {
        for (const words of evidence) {
          caught.push(checker.check(corruption.text, [words], 'en').verdict !== 'supported');
        }
      }
    }
    expect(caught.length).toBeGreaterThan(200);
    expect(caught.filter(Boolean).length / caught.length).toBeGreaterThanOrEqual(0.95);
  }, 60_000);
});
