import { holdsSomeAnswer } from '../../src/evaluate/accepted-answer.ts';
import { mean, normalizedGain, reciprocalRank } from '../../src/evaluate/ranking-metrics.ts';
import type { BenchDocument, BenchQuestion } from './bench-material.ts';

/** Means over questions, from 0 to 1. */
export interface RankingQuality {
  /** A relevant article comes first, or among the first five. */
  readonly 'hit@1': number;
  readonly 'hit@5': number;
  readonly 'nDCG@10': number;
  /** An article that holds the answer is among the first five; null where none is stated. */
  readonly 'answerHit@5': number | null;
}

const DEPTH = 10;

/** @param rankings for the questions in their order, as far as there are any */
export function rankingQuality(
  rankings: readonly (readonly number[])[],
  questions: readonly BenchQuestion[],
  documents: readonly BenchDocument[],
): RankingQuality {
  const scored = rankings.flatMap((ranking, place) => {
    const question = questions[place];
    if (question === undefined) return [];
    const ids = ranking.map(String);
    const firstFive = ranking.slice(0, 5).flatMap((document) => documents[document] ?? []);
    return {
      rank: reciprocalRank(ids, question.relevance, DEPTH),
      gain: normalizedGain(ids, question.relevance, DEPTH),
      answered:
        question.answers.length === 0
          ? null
          : firstFive.some(({ text }) => holdsSomeAnswer(text, question.answers)),
    };
  });
  const share = (flags: readonly boolean[]) => mean(flags.map(Number));
  const answered = scored.flatMap((one) => one.answered ?? []);
  return {
    'hit@1': share(scored.map(({ rank }) => rank === 1)),
    'hit@5': share(scored.map(({ rank }) => rank >= 1 / 5)),
    'nDCG@10': mean(scored.map(({ gain }) => gain)),
    'answerHit@5': answered.length === 0 ? null : share(answered),
  };
}
