import { isPointable } from '../../question/answer-form.ts';
import type { QuestionForm } from '../../question/question-form.ts';
import type { RankedWindow } from './rank-windows.ts';
import type { SoughtTerm } from './sought-terms.ts';

export interface SelectionLimits {
  readonly most: number;
  /** The first window answers by itself, so others are needed only for what it leaves out. */
  readonly sure: boolean;
}

/** Share of words in common from which two windows say the same. */
const SAME = 0.7;
/** Share of the first window's score that a further one must reach, by what it is for. */
const FLOOR = {
  /** It speaks of something the others leave out. */
  aspect: 0.45,
  /** It holds another candidate where the first one is not sure. */
  candidate: 0.65,
  /** The same, where the first one answers already. */
  aspectBesideAnswer: 0.7,
  /** It says more of the same. */
  more: 0.8,
} as const;
/** Share of what is sought that makes an aspect of its own. */
const NEW_ASPECT = 0.15;

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
  const isPointed = isPointable(form.expects);
  for (const next of ranked) {
    if (chosen.length >= most) break;
    const share = first.score <= 0 ? 1 : next.score / first.score;
    if (share < FLOOR.aspect) break;
    if (chosen.some((one) => overlap(one, next) || saysTheSame(one, next))) continue;
    const addsAspect = newCoverage(chosen, next, terms) >= NEW_ASPECT;
    const news = keysOf(next).filter((key) => !held.has(key));
    const addsCandidate = isPointed && (form.many ? news.length > 0 : !sure);
    const aspectFloor = sure ? FLOOR.aspectBesideAnswer : FLOOR.aspect;
    const floor = addsAspect ? aspectFloor : addsCandidate ? FLOOR.candidate : FLOOR.more;
    if (share < floor || (sure && !addsAspect && !addsCandidate)) continue;
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
