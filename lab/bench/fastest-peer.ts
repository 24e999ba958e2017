import { mean, standardError } from '../evaluate/ranking-metrics.ts';
import { meanQuality, type QuestionScore } from './ranking-quality.ts';

/** A system that was asked, by what it is compared by. */
export interface Contender {
  readonly name: string;
  readonly p50Milliseconds: number;
  /** Of the questions it got to, in their order, which is the same for all. */
  readonly scores: readonly QuestionScore[];
}

/** A peer beside ours, both over the questions that both got to. */
export interface PeerComparison {
  readonly name: string;
  readonly questions: number;
  readonly 'nDCG@10': number;
  /** The peer's less ours; below 0 it finds less. */
  readonly gainDifference: number;
  /** Of that difference, from question to question. */
  readonly standardError: number;
  /** The peer's less ours. */
  readonly 'hit@5Difference': number;
  /** Its p50 over ours; above 1 ours is faster. */
  readonly p50Ratio: number;
}

export interface Standing {
  /** Whether some peer's nDCG@10 is not lower than ours by more than chance. */
  readonly matched: boolean;
  /** The fastest such peer; where there is none, the one of the highest nDCG@10. */
  readonly peer: PeerComparison;
}

/** nDCG@10 that a peer may fall short by, in its favour: what nobody would notice. */
export const TIE = 0.005;

/** Standard errors that it may fall short by, in its favour: less is hardly more than chance. */
export const STANDARD_ERRORS = 2;

/** Share of our questions that a peer must have got to: a mean over fewer says too little. */
const MIN_QUESTIONS = 0.5;

/**
 * How many times as long the fastest peer takes that finds no less, or, where all find less, the
 * best of them. Null where there is no peer to compare with.
 */
export function standAgainst(ours: Contender, peers: readonly Contender[]): Standing | null {
  const compared = peers
    .filter(({ scores }) => scores.length >= MIN_QUESTIONS * ours.scores.length)
    .map((peer) => comparePeer(ours, peer));
  const [best] = compared.toSorted((a, b) => b.gainDifference - a.gainDifference);
  if (best === undefined || ours.scores.length === 0) return null;
  const [fastest] = compared
    .filter(
      ({ gainDifference, standardError }) =>
        gainDifference >= -Math.max(TIE, STANDARD_ERRORS * standardError),
    )
    .toSorted((a, b) => a.p50Ratio - b.p50Ratio);
  return { matched: fastest !== undefined, peer: fastest ?? best };
}

function comparePeer(ours: Contender, peer: Contender): PeerComparison {
  const questions = Math.min(ours.scores.length, peer.scores.length);
  const [our, their] = [ours, peer].map(({ scores }) => scores.slice(0, questions));
  const differences = Array.from(
    { length: questions },
    (_, place) => (their?.[place]?.gain ?? 0) - (our?.[place]?.gain ?? 0),
  );
  const [ourQuality, quality] = [meanQuality(our ?? []), meanQuality(their ?? [])];
  return {
    name: peer.name,
    questions,
    'nDCG@10': quality['nDCG@10'],
    gainDifference: mean(differences),
    standardError: standardError(differences),
    'hit@5Difference': quality['hit@5'] - ourQuality['hit@5'],
    p50Ratio: peer.p50Milliseconds / ours.p50Milliseconds,
  };
}
