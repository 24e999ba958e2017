import { findDisagreement } from '../language/discourse/compare-statements.ts';
import type { ReportedSentence } from './reported-sentence.ts';
import { isAlike } from './sentence-similarity.ts';

/** Two sentences of one matter that give a figure, or a day, differently. */
export interface Difference {
  readonly kind: 'figure' | 'date';
  /** What is counted, or whose day it is, as the first writes it; null where nothing tells. */
  readonly about: string | null;
  readonly first: ReportedSentence;
  readonly second: ReportedSentence;
  /** The piece of each that differs, as written. */
  readonly firstValue: string;
  readonly secondValue: string;
  /** Whether the second only brings the first up to date: each counts as of a time of its own. */
  readonly isUpdate: boolean;
}

/** How two sentences contradict each other, or null where they do not. */
export function findDifference(
  first: ReportedSentence,
  second: ReportedSentence,
): Difference | null {
  const disagreement = findDisagreement(first, second);
  if (disagreement === null) return null;
  const [firstValue, secondValue] = disagreement.values;
  const { kind, about } = disagreement;
  // A toll of yesterday's report and one of today's are a series, and no dispute.
  const isUpdate = disagreement.isUpdate || dayOf(first) !== dayOf(second);
  return { kind, about, first, second, firstValue, secondValue, isUpdate };
}

function dayOf({ article }: ReportedSentence): string {
  return article.publishedAt?.slice(0, 10) ?? '';
}

/** Two statements that differ in a figure or a day alone; less like ones speak of two things. */
const SAME_BUT_ONE = { within: 0.7, across: 0.5 } as const;

/** Hours of the clock and degrees of the map are given more or less exactly. */
const CLOCK = /^\d[\d.]*\s?(?:分|秒|时|点|度)/u;

/** Disputes: what different outlets say differently of the same thing on the same day. */
export function findDisputes(sentences: readonly ReportedSentence[]): Difference[] {
  const found = new Map<string, Difference>();
  for (const [index, first] of sentences.entries()) {
    if (first.quantities.length === 0 && first.dates.length === 0) continue;
    for (const second of sentences.slice(index + 1)) {
      if (first.article.outlet.name === second.article.outlet.name) continue;
      if (dayOf(first) !== dayOf(second)) continue;
      const difference = findDifference(first, second);
      if (difference === null || difference.isUpdate) continue;
      if (!isAlike(first, second, SAME_BUT_ONE)) continue;
      if (CLOCK.test(difference.firstValue)) continue;
      // 10千米 and 10公里.
      if (Number.parseFloat(difference.firstValue) === Number.parseFloat(difference.secondValue))
        continue;
      const key = [difference.firstValue, difference.secondValue].sort().join(' | ');
      if (!found.has(key)) found.set(key, difference);
    }
  }
  return [...found.values()];
}
