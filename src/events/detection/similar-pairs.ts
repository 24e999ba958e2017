import { daysBetween, type IsoDay } from '../../text/calendar.ts';
import type { ArticleProfile } from './article-profile.ts';
import { innerProduct, sharedSalience, type TermSpace } from './term-space.ts';

/** Two profiles by their places in the list, and how alike they are, from 0 to 1. */
export interface SimilarPair {
  readonly first: number;
  readonly second: number;
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
const LEAST_SALIENCE = 0.55;
const EPOCH: IsoDay = '1970-01-01';

/**
 * Pairs of profiles that are alike and near in time, found through the profiles' rarer terms in
 * order of publication, so that not all pairs are looked at. Undated profiles are near to all.
 */
export function findSimilarPairs(
  profiles: readonly ArticleProfile[],
  space: TermSpace,
  limits: PairLimits,
): SimilarPair[] {
  const { vectors, frequencies } = space;
  const words = limits.similarity - limits.mostAgreement;
  const common = Math.max(COMMON_LEAST, profiles.length * COMMON_SHARE);
  const order = profiles.map((_, index) => index).sort((a, b) => compareDays(profiles, a, b));
  const dayNumbers = profiles.map(({ day }) => (day === null ? null : daysBetween(EPOCH, day)));
  const postings = new Map<number, { profile: number; weight: number }[]>();
  const pairs: SimilarPair[] = [];
  const sums = new Float32Array(profiles.length);
  for (const current of order) {
    const vector = vectors[current];
    if (vector === undefined) continue;
    const day = dayNumbers[current] ?? null;
    const touched: number[] = [];
    for (const [at, term] of vector.terms.entries()) {
      if ((frequencies[term] ?? 0) > common || (frequencies[term] ?? 0) < 2) continue;
      const weight = vector.weights[at] ?? 0;
      const posting = postings.get(term) ?? [];
      for (let i = posting.length - 1; i >= 0; i--) {
        const entry = posting[i];
        if (entry === undefined) break;
        const other = dayNumbers[entry.profile] ?? null;
        if (day !== null && other !== null && day - other > limits.days) break;
        if (sums[entry.profile] === 0) touched.push(entry.profile);
        sums[entry.profile] = (sums[entry.profile] ?? 0) + weight * entry.weight;
      }
      posting.push({ profile: current, weight });
      postings.set(term, posting);
    }
    for (const other of touched) {
      const rare = sums[other] ?? 0;
      sums[other] = 0;
      const otherVector = vectors[other];
      if (rare < words * RARE_SHARE || otherVector === undefined) continue;
      const alike = innerProduct(vector, otherVector);
      if (alike < words || sharedSalience(vector, otherVector, space) < LEAST_SALIENCE) continue;
      const similarity = alike + limits.agreement(other, current);
      if (similarity >= limits.similarity)
        pairs.push({ first: other, second: current, similarity });
    }
  }
  return pairs;
}

/** Oldest first, undated last, ties by id, so that the order of the input does not matter. */
function compareDays(profiles: readonly ArticleProfile[], a: number, b: number): number {
  const [first, second] = [profiles[a], profiles[b]];
  const key = (profile: ArticleProfile | undefined): [IsoDay, string] => [
    profile?.day ?? '9999-12-31',
    profile?.articleId ?? '',
  ];
  const [dayA, idA] = key(first);
  const [dayB, idB] = key(second);
  return dayA < dayB ? -1 : dayA > dayB ? 1 : idA < idB ? -1 : idA > idB ? 1 : 0;
}
