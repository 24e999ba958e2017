import { holdsSomeAnswer } from '../evaluate/accepted-answer.ts';
import { mean, normalizedGain, reciprocalRank } from '../evaluate/ranking-metrics.ts';
import type { BenchDocument, BenchQuestion } from './bench-material.ts';

/** How well one question was answered. */
export interface QuestionScore {
  /** One over the place of the first relevant article, or 0 where the first ten hold none. */
  readonly reciprocalRank: number;
  /** nDCG@10. */
  readonly gain: number;
  /** Whether the first five hold the answer; null where none is stated. */
  readonly answered: boolean | null;
}

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
export function scoreRankings(
  rankings: readonly (readonly number[])[],
  questions: readonly BenchQuestion[],
  documents: readonly BenchDocument[],
): QuestionScore[] {
  return rankings.flatMap((ranking, place) => {
    const question = questions[place];
    if (question === undefined) return [];
    const ids = ranking.map(String);
    const firstFive = ranking.slice(0, 5).flatMap((document) => documents[document] ?? []);
    return {
      reciprocalRank: reciprocalRank(ids, question.relevance, DEPTH),
      gain: normalizedGain(ids, question.relevance, DEPTH),
      answered:
        question.answers.length === 0
          ? null
          : firstFive.some(({ text }) => holdsSomeAnswer(text, question.answers)),
    };
  });
}

export function meanQuality(scores: readonly QuestionScore[]): RankingQuality {
  const share = (flags: readonly boolean[]) => mean(flags.map(Number));
  const answered = scores.flatMap((score) => score.answered ?? []);
  return {
    'hit@1': share(scores.map((score) => score.reciprocalRank === 1)),
    'hit@5': share(scores.map((score) => score.reciprocalRank >= 1 / 5)),
    'nDCG@10': mean(scores.map(({ gain }) => gain)),
    'answerHit@5': answered.length === 0 ? null : share(answered),
  };
}
