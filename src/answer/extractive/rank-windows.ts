import type { Span } from '../../core/span.ts';
import type { AnswerCandidate } from '../../question/answer-candidate.ts';
import { placesOf } from './match-term.ts';
import { recencyOf } from './recency.ts';
import type { SoughtTerm } from './sought-terms.ts';
import type { EvidenceWindow } from './weigh-windows.ts';

/** A window with what speaks for it as an answer. Shares are from 0 to 1. */
export interface RankedWindow {
  readonly window: EvidenceWindow;
  /** Share of what is sought that stands in the window itself. */
  readonly coverage: number;
  /** The same when its surroundings are read along. */
  readonly context: number;
  /** The words that most likely answer, where the question's answer has a form. */
  readonly candidate: AnswerCandidate | null;
  /** How close each candidate of the window stands to what is sought, in their order. */
  readonly nearnesses: readonly number[];
  /** How close the candidate stands to what is sought, times how well its form fits. */
  readonly nearness: number;
  /** What other, independent articles say the same, in articles' worth of evidence. */
  readonly agreement: number;
  readonly score: number;
}

/**
 * What each feature adds to a window's score: a softmax over the windows of a question, fitted to
 * which of them hold an accepted answer of RGB-zh at all noise ratios; three-fold cross-validation
 * gives the same weights within a tenth, rounded here.
 */
const WEIGHT = {
  coverage: 1.2,
  context: 1,
  year: 0.65,
  form: 1,
  nearness: 0.85,
  agreement: 1.05,
} as const;

/**
 * What being the newest adds where the question asks for the latest (目前, "currently"), to windows
 * that speak of it as fully as the best does: enough to overrule agreement on what was so before.
 */
const RECENCY_WEIGHT = 2;

/** A sentence that itself asks or requests answers nothing: 请介绍……情况。 */
const ASKS = /[？?]\s*["”’」』）)]*\s*$|^(?:记者[：:]\s*)?请(?!求|愿|辞|示|战)/u;
const NO_STATEMENT_PENALTY = 0.8;
/** A line without an end mark and as short as this is a heading. */
const LONGEST_HEADING = { zh: 20, en: 60 } as const;
const END_MARK = /[。！.!…；;]["”’」』）)\]\d\s[]*$/u;

/** Distance, in UTF-16 units, at which closeness has halved. */
const HALF_DISTANCE = 15;
/** How steeply a statement counts less, the less of the question its surroundings speak of. */
const CLOSENESS = 3;
/** What a candidate counts that stands near nothing that is sought, beside one in its midst. */
const APART = 0.4;
/** Strength from which a term counts as standing in a window. */
const FOUND = 0.5;
/** What agreement of other articles adds to a candidate, beside where it stands. */
const AGREEING = 0.5;
/** What parts clauses and items, and how far apart it puts them. */
const SEPARATOR = /[、，,；;。]/gu;
const SEPARATION = 8;
/** Distance assumed where a term was found by meaning, at no one place. */
const UNPLACED = 30;

/**
 * Windows in order of how likely they answer; ties keep the order of the evidence.
 * @param wantsLatest whether newer articles go before older ones
 */
export function rankWindows(
  windows: readonly EvidenceWindow[],
  terms: readonly SoughtTerm[],
  wantsLatest: boolean,
): RankedWindow[] {
  const contexts = windows.map((window) => weighted(terms, window.around));
  const nearnesses = windows.map((window) =>
    window.candidates.map((candidate) => nearnessOf(candidate, window, terms)),
  );
  const votes = countVotes(windows, contexts, nearnesses);
  const recencies = wantsLatest ? recencyOf(windows) : [];
  const fullest = Math.max(...contexts);
  const ranked = windows.map((window, i): RankedWindow => {
    const coverage = weighted(terms, window.inside);
    const context = contexts[i] ?? 0;
    const best = bestCandidate(window, nearnesses[i] ?? [], votes);
    const { yearFit } = window;
    const fit = best?.candidate.fit ?? 0;
    const agreement = best?.agreement ?? 0;
    const nearness = (best?.nearness ?? 0) * fit;
    const score =
      WEIGHT.coverage * coverage +
      WEIGHT.context * context +
      WEIGHT.year * yearFit +
      WEIGHT.form * fit +
      WEIGHT.nearness * nearness +
      WEIGHT.agreement * Math.log1p(agreement) * fit +
      (fullest === 0 ? 0 : (RECENCY_WEIGHT * (recencies[i] ?? 0) * context) / fullest) -
      (isNoStatement(window, best !== null) ? NO_STATEMENT_PENALTY : 0);
    return {
      window,
      coverage,
      context,
      candidate: best?.candidate ?? null,
      nearnesses: nearnesses[i] ?? [],
      nearness,
      agreement,
      score,
    };
  });
  return ranked.sort((a, b) => b.score - a.score);
}

/** Whether a window asks, or is a heading that holds nothing of the answer's form. */
function isNoStatement({ view, sentence }: EvidenceWindow, hasCandidate: boolean): boolean {
  if (ASKS.test(view.text)) return true;
  const isWhole = view === sentence.view;
  const isShort = view.text.length <= LONGEST_HEADING[view.language];
  return isWhole && isShort && !hasCandidate && !END_MARK.test(view.text);
}

/** Sum of the terms' weights times their strengths. */
function weighted(terms: readonly SoughtTerm[], strengths: readonly number[]): number {
  return terms.reduce((sum, term, i) => sum + term.weight * (strengths[i] ?? 0), 0);
}

/** Reprints count as the article they reprint. */
function origin({ sentence }: EvidenceWindow): string {
  return sentence.article.copyOf ?? sentence.article.id;
}

type Votes = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** For each candidate's key, how strongly each independent article states it. */
function countVotes(
  windows: readonly EvidenceWindow[],
  contexts: readonly number[],
  nearnesses: readonly (readonly number[])[],
): Votes {
  const most = Math.max(...contexts);
  const votes = new Map<string, Map<string, number>>();
  for (const [i, window] of windows.entries()) {
    const closeness = most === 0 ? 0 : ((contexts[i] ?? 0) / most) ** CLOSENESS;
    for (const [j, { key, fit }] of window.candidates.entries()) {
      const byArticle = votes.get(key) ?? new Map<string, number>();
      const near = (APART + (nearnesses[i]?.[j] ?? 0)) / (APART + 1);
      const vote = closeness * fit * near * (1 + window.yearFit / 2);
      byArticle.set(origin(window), Math.max(byArticle.get(origin(window)) ?? 0, vote));
      votes.set(key, byArticle);
    }
  }
  return votes;
}

function bestCandidate(window: EvidenceWindow, nearnesses: readonly number[], votes: Votes) {
  let best: { candidate: AnswerCandidate; nearness: number; agreement: number } | null = null;
  let bestScore = 0;
  for (const [j, candidate] of window.candidates.entries()) {
    const nearness = nearnesses[j] ?? 0;
    let agreement = 0;
    for (const [article, vote] of votes.get(candidate.key) ?? []) {
      if (article !== origin(window)) agreement += vote;
    }
    const score = candidate.fit * (APART + nearness) ** 2 * (1 + AGREEING * Math.log1p(agreement));
    if (score > bestScore) {
      bestScore = score;
      best = { candidate, nearness, agreement };
    }
  }
  return best;
}

/** UTF-16 units between two spans; an item of another clause or enumeration is further away. */
function distanceBetween(a: Span, b: Span, text: string): number {
  const [left, right] = a.start <= b.start ? [a, b] : [b, a];
  if (right.start <= left.end) return 0;
  const between = text.slice(left.end, right.start);
  return between.length + SEPARATION * (between.match(SEPARATOR)?.length ?? 0);
}

/** How close a candidate stands to the terms found in its window, from 0 to 1. */
function nearnessOf(
  candidate: AnswerCandidate,
  { view, inside }: EvidenceWindow,
  terms: readonly SoughtTerm[],
): number {
  let nearness = 0;
  for (const [i, term] of terms.entries()) {
    if ((inside[i] ?? 0) < FOUND) continue;
    const distances = placesOf(term, view).map((place) =>
      distanceBetween(candidate, place, view.text),
    );
    const distance = distances.length === 0 ? UNPLACED : Math.min(...distances);
    nearness += term.weight / (1 + distance / HALF_DISTANCE);
  }
  return nearness;
}
