import type { BeirQuestion } from '../evaluate/beir-collection.ts';
import type { QuestionScores } from '../evaluate/score-questions.ts';

const answeredWithin =
  (depth: number) =>
  ({ answeredAt }: QuestionScores) =>
    answeredAt !== null && answeredAt <= depth ? 1 : 0;

/** What an ablation compares, for one question, from 0 to 1. */
export const MEASURES = {
  'nDCG@10': ({ gain }) => gain,
  'MRR@10': ({ reciprocal }) => reciprocal,
  'answerHit@1': answeredWithin(1),
  'answerHit@5': answeredWithin(5),
} as const satisfies Record<string, (scores: QuestionScores) => number>;
export type AblationMeasure = keyof typeof MEASURES;

/**
 * What a collection is measured by. Where a question has one relevant document, the document's
 * place tells all. Where it has many and its answers are stated, what counts is whether an answer
 * is at hand.
 */
export function ownMeasures(
  questions: readonly Pick<BeirQuestion, 'relevance' | 'answers'>[],
): AblationMeasure[] {
  const seeksOne = questions.every(({ relevance }) => relevance.size === 1);
  const statesAnswers = questions.every(({ answers }) => answers.length > 0);
  return seeksOne || !statesAnswers ? ['nDCG@10', 'MRR@10'] : ['answerHit@1', 'answerHit@5'];
}
