import { daysBetween, type IsoDay } from '../../language/dates/calendar.ts';
import type { ArticleProfile } from './article-profile.ts';
import type { ProfileVector, TermSpace } from './term-space.ts';

/** Two profiles by their places in the list, and how alike they are. */
export interface SimilarPair {
  readonly first: number;
  readonly second: number;
  /** Cosine similarity of the words, with what time and place add to it or take away. */
  readonly similarity: number;
}

export interface PairLimits {
  /** Least similarity of a pair. */
  readonly similarity: number;
  /** What else speaks for or against a pair, to add to the similarity of its words. */
  readonly agreement: (first: number, second: number) => number;
  /** The most that `agreement` can give. */
  readonly mostAgreement: number;
  /** Most days between two publications. */
  readonly days: number;
}

/** A term in more profiles than this share of a collection finds no pairs, only confirms them. */
const COMMON_SHARE = 0.02;
const COMMON_LEAST = 50;
/** Share of the needed similarity that the rarer terms must bring for the rest to be looked at. */
const RARE_SHARE = 0.4;
/** Two texts that share the wording of their kind, but no word of what happened, are no pair. */
const MIN_SALIENCE = 0.55;
const EPOCH: IsoDay = '1970-01-01';
/** Undated profiles come last in time, and none is too far from them. */
const UNDATED = Number.POSITIVE_INFINITY;

/** Profiles that hold a term so far, oldest first, with its weight in each. */
interface Posting {
  readonly profiles: number[];
  readonly weights: number[];
}

/**
 * Pairs of profiles that are alike and near in time, found through the profiles' rarer terms in
 * order of publication, so that not all pairs are looked at.
 */
export function findSimilarPairs(
  profiles: readonly ArticleProfile[],
  space: TermSpace,
  limits: PairLimits,
): SimilarPair[] {
  const { vectors, frequencies } = space;
  const words = limits.similarity - limits.mostAgreement;
  const common = Math.max(COMMON_LEAST, profiles.length * COMMON_SHARE);
  const days = profiles.map(({ day }) => (day === null ? UNDATED : daysBetween(EPOCH, day)));
  // A term in one profile alone finds nothing.
  const postings = Array.from(frequencies, (frequency): Posting | undefined =>
    frequency > 1 && frequency <= common ? { profiles: [], weights: [] } : undefined,
  );
  const sums = new Float32Array(profiles.length);
  const dense = new Float32Array(frequencies.length);
  const pairs: SimilarPair[] = [];
  for (const current of orderByDay(profiles, days)) {
    const vector = vectors[current];
    if (vector === undefined) continue;
    const touched = gather(current, vector);
    if (touched.length === 0) continue;
    scatter(vector);
    for (const other of touched) {
      const rare = sums[other] ?? 0;
      sums[other] = 0;
      const otherVector = vectors[other];
      if (rare < words * RARE_SHARE || otherVector === undefined) continue;
      const { product, salience } = compare(otherVector);
      if (product < words || salience < MIN_SALIENCE) continue;
      const similarity = product + limits.agreement(other, current);
      if (similarity < limits.similarity) continue;
      pairs.push({ first: other, second: current, similarity });
    }
    for (const term of vector.terms) dense[term] = 0;
  }
  return pairs;

  /** Adds up what earlier profiles near in time share of the rarer terms; gives those profiles. */
  function gather(current: number, { terms, weights }: ProfileVector): number[] {
    const day = days[current] ?? UNDATED;
    const touched: number[] = [];
    for (let at = 0; at < terms.length; at++) {
      const term = terms[at] ?? 0;
      const posting = postings[term];
      if (posting === undefined) continue;
      const weight = weights[at] ?? 0;
      for (let i = posting.profiles.length - 1; i >= 0; i--) {
        const other = posting.profiles[i] ?? 0;
        if (day !== UNDATED && day - (days[other] ?? UNDATED) > limits.days) break;
        if (sums[other] === 0) touched.push(other);
        sums[other] = (sums[other] ?? 0) + weight * (posting.weights[i] ?? 0);
      }
      posting.profiles.push(current);
      posting.weights.push(weight);
    }
    return touched;
  }

  function scatter({ terms, weights }: ProfileVector): void {
    for (let at = 0; at < terms.length; at++) dense[terms[at] ?? 0] = weights[at] ?? 0;
  }

  /** A vector against the scattered one: their product, and their most telling shared term. */
  function compare({ terms, weights }: ProfileVector) {
    let product = 0;
    let salience = 0;
    for (let at = 0; at < terms.length; at++) {
      const term = terms[at] ?? 0;
      const weight = dense[term] ?? 0;
      if (weight === 0) continue;
      product += weight * (weights[at] ?? 0);
      salience = Math.max(salience, space.salience[term] ?? 0);
    }
    return { product, salience };
  }
}

/** Oldest first, undated last, ties by id, so that the order of the input does not matter. */
function orderByDay(profiles: readonly ArticleProfile[], days: readonly number[]): number[] {
  const order = Array.from(profiles.keys());
  return order.sort((a, b) => {
    const [dayA = UNDATED, dayB = UNDATED] = [days[a], days[b]];
    if (dayA !== dayB) return dayA < dayB ? -1 : 1;
    return (profiles[a]?.articleId ?? '') < (profiles[b]?.articleId ?? '') ? -1 : 1;
  });
}
