import type { QuestionForm } from '../question-form.ts';
import type { RankedWindow } from './rank-windows.ts';
import type { SoughtTerm } from './sought-terms.ts';

export interface SelectionLimits {
  readonly most: number;
  /** The first window answers by itself, so others are needed only for what it leaves out. */
  readonly sure: boolean;
}

/** Share of words in common from which two windows say the same. */
const SAME = 0.7;
/** A further sentence must score this share of the first one. */
const FLOOR = 0.5;
/** Share of what is sought that a sentence must add to one that is sure to answer. */
const NEW_ASPECT = 0.25;

/**
 * The fewest windows that answer: the best one, then what says something else and is not much
 * worse. No two of them say the same, and no two overlap.
 * @param ranked best first
 */
export function selectWindows(
  ranked: readonly RankedWindow[],
  first: RankedWindow,
  form: QuestionForm,
  terms: readonly SoughtTerm[],
  { most, sure }: SelectionLimits,
): RankedWindow[] {
  const chosen = [first];
  const held = new Set(keysOf(first));
  for (const next of ranked) {
    if (chosen.length >= most) break;
    if (next.score < FLOOR * first.score) break;
    if (chosen.some((one) => overlap(one, next) || saysTheSame(one, next))) continue;
    const news = keysOf(next).filter((key) => !held.has(key));
    const isAspect = newCoverage(chosen, next, terms) >= NEW_ASPECT;
    if (sure && !form.many && !isAspect) continue;
    if (sure && form.many && news.length === 0 && !isAspect) continue;
    chosen.push(next);
    for (const key of news) held.add(key);
  }
  return chosen;
}

function keysOf(ranked: RankedWindow): string[] {
  return ranked.window.candidates.map((candidate) => candidate.key);
}

function overlap(a: RankedWindow, b: RankedWindow): boolean {
  const [one, other] = [a.window, b.window];
  return (
    one.sentence.article.id === other.sentence.article.id &&
    one.start < other.end &&
    other.start < one.end
  );
}

/** Whether nearly all words of the shorter window stand in the longer one. */
export function saysTheSame(a: RankedWindow, b: RankedWindow): boolean {
  const [first, second] = [a.window.view.normals, b.window.view.normals];
  const [short, long] = first.size <= second.size ? [first, second] : [second, first];
  if (short.size === 0) return true;
  let common = 0;
  for (const word of short) if (long.has(word)) common++;
  return common / short.size >= SAME;
}

function newCoverage(
  chosen: readonly RankedWindow[],
  next: RankedWindow,
  terms: readonly SoughtTerm[],
): number {
  return terms.reduce((sum, term, i) => {
    const had = Math.max(...chosen.map(({ window }) => window.inside[i] ?? 0));
    return sum + term.weight * Math.max(0, (next.window.inside[i] ?? 0) - had);
  }, 0);
}
