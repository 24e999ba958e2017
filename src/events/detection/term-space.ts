import type { ArticleProfile } from './article-profile.ts';
import { weighBursts } from './burst-weights.ts';

/** A profile as a vector of length one: terms by number, each with its weight. */
export interface ProfileVector {
  readonly terms: Uint32Array;
  readonly weights: Float32Array;
}

export interface TermSpace {
  readonly vectors: readonly ProfileVector[];
  /** The terms by number. */
  readonly terms: readonly string[];
  /** Profiles that hold each term. */
  readonly frequencies: Uint32Array;
  /** How telling each term is, from 0 to 1: rare, and not coming back every day. */
  readonly salience: Float32Array;
  /** How much each term's articles stand together in time, from 0.2 to 1. */
  readonly bursts: Float32Array;
}

/** What is known of a term in a collection; see `TermSpace`. */
export interface TermFigures {
  readonly salience: number;
  readonly burst: number;
  readonly frequency: number;
}

/**
 * Every word is taken to stand in a background collection of this size as well, so that ten
 * articles and twenty thousand give weights of the same kind, and one threshold serves both.
 */
const BACKGROUND = 1_000;

/**
 * Profiles as unit vectors of their terms, each weighted by (1 + ln prominence) and the logarithm
 * of its inverse document frequency, less where it comes back every day.
 *
 * @param emphasis what to multiply a term's weight by, given its figures
 */
export function buildTermSpace(
  profiles: readonly ArticleProfile[],
  emphasis: (term: string, known: TermFigures) => number = () => 1,
): TermSpace {
  const { terms, names, frequencies } = numberTerms(profiles);
  const bursts = weighBursts(profiles, terms, frequencies);
  const total = profiles.length + BACKGROUND;
  const most = Math.log(total / 1.5);
  const salience = Float32Array.from(
    frequencies,
    (frequency, number) => (Math.log(total / (frequency + 0.5)) / most) * (bursts[number] ?? 1),
  );
  const emphases = Float32Array.from(names, (term, number) =>
    emphasis(term, {
      salience: salience[number] ?? 0,
      burst: bursts[number] ?? 0,
      frequency: frequencies[number] ?? 0,
    }),
  );
  const vectors = profiles.map((profile, index): ProfileVector => {
    const numbers = terms[index] ?? new Uint32Array();
    const weights = new Float32Array(numbers.length);
    let squares = 0;
    for (const [at, [, prominence]] of profile.terms.entries()) {
      const number = numbers[at] ?? 0;
      const weight = (1 + Math.log(prominence)) * (salience[number] ?? 0) * (emphases[number] ?? 1);
      weights[at] = weight;
      squares += weight * weight;
    }
    const length = Math.sqrt(squares) || 1;
    for (let at = 0; at < weights.length; at++) weights[at] = (weights[at] ?? 0) / length;
    return { terms: numbers, weights };
  });
  return { vectors, terms: names, frequencies, salience, bursts };
}

/** Numbers the terms of profiles in the order of their first occurrence. */
export function numberTerms(profiles: readonly ArticleProfile[]) {
  const numbers = new Map<string, number>();
  const counts: number[] = [];
  const terms = profiles.map((profile) =>
    Uint32Array.from(profile.terms, ([term]) => {
      const known = numbers.get(term);
      const number = known ?? counts.length;
      if (known === undefined) numbers.set(term, number);
      counts[number] = (counts[number] ?? 0) + 1;
      return number;
    }),
  );
  return { terms, names: [...numbers.keys()], frequencies: Uint32Array.from(counts) };
}
