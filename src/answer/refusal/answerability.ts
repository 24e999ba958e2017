import { isPointable } from '../../question/answer-form.ts';
import type { SearchedEvidence } from '../extractive/search-evidence.ts';

/** What the best evidence shows, as the model of answerability reads it. */
export interface EvidenceFeatures {
  /**
   * Share of what is sought that meets in one window and its surroundings, from 0 to 1. Rare words
   * and names weigh most in it.
   */
  readonly context: number;
  /** Form of the answer present, from 0 to 1; 1 where the kind of answer has no form. */
  readonly form: number;
  /** Year asked for, from -1 (another one stands there) to 1; 1 where none is asked for. */
  readonly year: number;
  /** 1 when evidence and question differ in language: the dictionary misses some words, else 0. */
  readonly across: number;
  /** 1 for English evidence, which is matched word by word, else 0. */
  readonly english: number;
  /** Natural logarithm of the number of terms: a long question is seldom found whole. */
  readonly length: number;
}

/**
 * Logistic regression on RGB-zh, RGB-en and XQuAD in its four pairs of languages, with and without
 * the documents that answer; each collection and each class weighs the same whatever its size.
 * Cross-validated over questions, it rejects .66 of RGB-zh's unanswerable ones at .05 false
 * refusals and .76 at .10. How many sources agree is left out on purpose: it would raise these
 * figures, and refuse what a single article says.
 */
const COEFFICIENT = {
  intercept: -9.6,
  context: 6.2,
  form: 1.8,
  year: 2.05,
  across: 1.75,
  english: 0.55,
  length: 0.9,
} as const;

/**
 * Below it a question is refused. The least that rejects clearly over half of what cannot be
 * answered; above it, questions that one article alone answers are refused in numbers.
 */
export const ANSWERABILITY_THRESHOLD = 0.5;

/** Features of the best window; null where nothing was found. */
export function readEvidenceFeatures({
  ranked,
  form,
  terms,
  years,
}: Pick<SearchedEvidence, 'ranked' | 'form' | 'terms' | 'years'>): EvidenceFeatures | null {
  const [best] = ranked;
  if (best === undefined) return null;
  const [term] = terms;
  const { view, yearFit } = best.window;
  // An overview is of what was published in a year, which the search has seen to.
  const isOverview = form.kind === 'summary' || form.kind === 'timeline';
  return {
    context: best.context,
    form: isPointable(form.expects) ? (best.candidate?.fit ?? 0) : 1,
    year: years.length === 0 || isOverview ? 1 : yearFit,
    across: term !== undefined && term.language !== view.language ? 1 : 0,
    english: view.language === 'en' ? 1 : 0,
    length: Math.log(Math.max(1, terms.length)),
  };
}

/** Probability, from 0 to 1, that the evidence holds the answer. */
export function answerability(features: EvidenceFeatures | null): number {
  if (features === null) return 0;
  const logit =
    COEFFICIENT.intercept +
    COEFFICIENT.context * features.context +
    COEFFICIENT.form * features.form +
    COEFFICIENT.year * features.year +
    COEFFICIENT.across * features.across +
    COEFFICIENT.english * features.english +
    COEFFICIENT.length * features.length;
  return 1 / (1 + Math.exp(-logit));
}
