import type { SignalTrace } from '../core/passage.ts';
import type { SearchIndex } from '../core/search-index.ts';
import type { RankingSettings } from './ranking-settings.ts';
import {
  type BySignal,
  bySignal,
  RANKING_SIGNALS,
  type SearchForm,
  signalScales,
  signalScores,
} from './signal-scores.ts';

/** A chunk with its fused score and what each list added to it. */
export interface RankedChunk {
  readonly chunk: number;
  readonly score: number;
  readonly signals: readonly SignalTrace[];
}

/** The constant of reciprocal rank fusion: Cormack, Clarke and Büttcher, SIGIR 2009. */
const RANK_CONSTANT = 60;

/** Place of each score among all, from 1; null where the list does not hold the chunk. */
function ranksOf(scores: readonly number[]): (number | null)[] {
  const order = scores.map((_, i) => i).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  const ranks = new Array<number | null>(scores.length).fill(null);
  for (const [place, i] of order.entries()) if ((scores[i] ?? 0) > 0) ranks[i] = place + 1;
  return ranks;
}

/**
 * Candidates by the weighted sum of their scores in every list, best first. A list's score is
 * divided by the best that the question could attain in it, so that a full match counts alike
 * whatever the question's length. Measured better than reciprocal rank fusion, which forgets by
 * how much a match wins; that one stays as the yardstick.
 */
export function fuseSignals(
  candidates: readonly number[],
  form: SearchForm,
  index: SearchIndex,
  weights: BySignal<number>,
  fusion: RankingSettings['fusion'],
): RankedChunk[] {
  const scores = signalScores(form, candidates, index);
  const scales = signalScales(form);
  const ranks = bySignal((signal) => ranksOf(scores[signal]));
  return candidates
    .map((chunk, i): RankedChunk => {
      let fused = 0;
      const signals = RANKING_SIGNALS.map((signal): SignalTrace => {
        const score = scores[signal][i] ?? 0;
        const rank = ranks[signal][i] ?? null;
        const scale = scales[signal];
        const share =
          fusion === 'reciprocal-rank'
            ? RANK_CONSTANT / (RANK_CONSTANT + (rank ?? Number.POSITIVE_INFINITY))
            : scale > 0
              ? Math.max(0, score) / scale
              : 0;
        const contribution = weights[signal] * share;
        fused += contribution;
        return { signal, rank, score, contribution };
      });
      return { chunk, score: fused, signals };
    })
    .sort((a, b) => b.score - a.score || a.chunk - b.chunk);
}
