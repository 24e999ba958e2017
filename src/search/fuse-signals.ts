import type { RankingSignal, SignalTrace } from '../core/passage.ts';
import type { SearchIndex } from '../core/search-index.ts';
import {
  type BySignal,
  RANKING_SIGNALS,
  type SearchForm,
  signalScales,
  signalScores,
} from './signal-scores.ts';

/** A chunk with its fused score. */
export interface RankedChunk {
  readonly chunk: number;
  readonly score: number;
  /** What each list added to the score; worked out when asked, which few chunks are. */
  readonly signals: () => readonly SignalTrace[];
}

/** Place of a score among all, from 1. */
function rankOf(score: number, scores: readonly number[]): number {
  return 1 + scores.reduce((better, other) => (other > score ? better + 1 : better), 0);
}

/**
 * Candidates by the weighted sum of their scores in every list, best first. A list's score is
 * divided by the best that the question could attain in it, so that a full match counts alike
 * whatever the question's length. Measured better than reciprocal rank fusion, which forgets by
 * how much a match wins.
 */
export function fuseSignals(
  candidates: readonly number[],
  form: SearchForm,
  index: SearchIndex,
  weights: BySignal<number>,
): RankedChunk[] {
  const scores = signalScores(form, candidates, index, weights);
  const scales = signalScales(form);

  // A list that does not count has no scores at all.
  const scoreIn = (signal: RankingSignal, place: number): number =>
    scores[signal].length === 0 ? 0 : (scores[signal][place] as number);
  const contribution = (signal: RankingSignal, place: number): number => {
    const score = scoreIn(signal, place);
    return score <= 0 || scales[signal] === 0 ? 0 : (weights[signal] * score) / scales[signal];
  };

  return candidates
    .map((chunk, place): RankedChunk => {
      let score = 0;
      for (const signal of RANKING_SIGNALS) score += contribution(signal, place);
      const signals = () =>
        RANKING_SIGNALS.map((signal): SignalTrace => {
          const own = scoreIn(signal, place);
          return {
            signal,
            rank: own > 0 ? rankOf(own, scores[signal]) : null,
            score: own,
            contribution: contribution(signal, place),
          };
        });
      return { chunk, score, signals };
    })
    .sort((a, b) => b.score - a.score || a.chunk - b.chunk);
}
