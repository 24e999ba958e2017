import type { ArticleProfile } from './article-profile.ts';
import { weighBursts } from './burst-weights.ts';

/** A profile as a vector of length one; terms by number, in ascending order. */
export interface ProfileVector {
  readonly terms: Uint32Array;
  readonly weights: Float32Array;
}

export interface TermSpace {
  readonly vectors: readonly ProfileVector[];
  /** Profiles that hold each term. */
  readonly frequencies: Uint32Array;
  /** How telling each term is, from 0 to 1: rare, and not coming back every day. */
  readonly salience: Float32Array;
}

/**
 * Every word is taken to stand in a background collection of this size as well, so that ten
 * articles and twenty thousand give weights of the same kind, and one threshold serves both.
 */
const BACKGROUND = 1_000;

/**
 * Profiles as unit vectors of their terms, each weighted by (1 + ln prominence) and the logarithm
 * of its inverse document frequency, less where it comes back every day.
 */
export function buildTermSpace(profiles: readonly ArticleProfile[]): TermSpace {
  const numbers = new Map<string, number>();
  const counts: number[] = [];
  for (const { terms } of profiles) {
    for (const [term] of terms) {
      const known = numbers.get(term);
      if (known === undefined) {
        numbers.set(term, counts.length);
        counts.push(1);
      } else counts[known] = (counts[known] ?? 0) + 1;
    }
  }
  const frequencies = Uint32Array.from(counts);
  const bursts = weighBursts(
    profiles,
    profiles.map(({ terms }) => terms.map(([term]) => numbers.get(term) ?? 0)),
    counts.length,
  );
  const total = profiles.length + BACKGROUND;
  const most = Math.log(total / 1.5);
  const salience = Float32Array.from(
    frequencies,
    (frequency, number) => (Math.log(total / (frequency + 0.5)) / most) * (bursts[number] ?? 1),
  );
  const vectors = profiles.map(({ terms }): ProfileVector => {
    const weighted = terms.map(([term, prominence]) => {
      const number = numbers.get(term) ?? 0;
      return { number, weight: (1 + Math.log(prominence)) * (salience[number] ?? 0) };
    });
    weighted.sort((a, b) => a.number - b.number);
    const length = Math.hypot(...weighted.map(({ weight }) => weight)) || 1;
    return {
      terms: Uint32Array.from(weighted, ({ number }) => number),
      weights: Float32Array.from(weighted, ({ weight }) => weight / length),
    };
  });
  return { vectors, frequencies, salience };
}

/** The salience of the most telling term that two vectors share. */
export function sharedSalience(
  a: ProfileVector,
  b: ProfileVector,
  { salience }: TermSpace,
): number {
  let most = 0;
  for (let i = 0, j = 0; i < a.terms.length && j < b.terms.length; ) {
    const term = a.terms[i] ?? 0;
    const difference = term - (b.terms[j] ?? 0);
    if (difference === 0) most = Math.max(most, salience[term] ?? 0);
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return most;
}

/** Inner product of two vectors with ascending terms. */
export function innerProduct(a: ProfileVector, b: ProfileVector): number {
  let sum = 0;
  for (let i = 0, j = 0; i < a.terms.length && j < b.terms.length; ) {
    const difference = (a.terms[i] ?? 0) - (b.terms[j] ?? 0);
    if (difference === 0) sum += (a.weights[i++] ?? 0) * (b.weights[j++] ?? 0);
    else if (difference < 0) i++;
    else j++;
  }
  return sum;
}
