import type { Refusal } from '../../core/answer.ts';
import type { Language } from '../../core/article.ts';
import { factsOf } from '../../core/collection.ts';
import type { CompositionRequest } from '../../core/composer.ts';
import { isPointable } from '../../question/answer-form.ts';
import { ANSWER_PHRASES } from '../answer-phrases.ts';
import type { SearchedEvidence } from '../extractive/search-evidence.ts';
import type { SoughtTerm } from '../extractive/sought-terms.ts';
import { FORM_NAMES } from './form-names.ts';

/** Strength below which the evidence does not speak of a term. */
const ABSENT = 0.45;
/** Windows that are taken for the matter itself; what else the collection says is beside it. */
const BEST_WINDOWS = 3;
/** Terms lighter than this share of the question are not worth naming. */
const LEAST_WEIGHT = 0.08;
/** Kinds of question that take for granted that something happened or exists. */
const PRESUPPOSING: ReadonlySet<string> = new Set(['what', 'which', 'why', 'how', 'when', 'list']);
/** Share of the rest of the question that must be there for its premise to be what fails. */
const REST_IS_THERE = 0.6;

/** Why a question is not answered, in words, without the nearest evidence, which is cited. */
export interface RefusalReason {
  readonly code: Refusal['code'];
  readonly missing: readonly string[];
  readonly explanation: string;
  readonly covers: Refusal['covers'];
  readonly languages: readonly Language[];
}

/**
 * Says what was searched and what the evidence lacks: words of the question, the form of its
 * answer, or everything, because filters or dates left nothing.
 */
export function explainRefusal(
  request: CompositionRequest,
  searched: SearchedEvidence | null,
): RefusalReason {
  const { retrieval, collection, question } = request;
  const phrases = ANSWER_PHRASES[question.language];
  const { covers, languages } = factsOf(collection);
  const parts: string[] = [];
  const absent = searched === null ? [] : absentTerms(searched);
  const missing = absent.map((term) => term.text);
  let code: Refusal['code'];

  if (retrieval.passages.length === 0) {
    const { excluded } = retrieval.searched;
    const byFilters = Object.keys(excluded).some((filter) => filter !== 'dateRange');
    code = byFilters
      ? 'filters-exclude-all'
      : retrieval.dateRange === null
        ? 'nothing-found'
        : 'no-articles-in-dates';
    if (retrieval.dateRange !== null) {
      const { expression, from, to } = retrieval.dateRange;
      parts.push(phrases.noArticlesInDates(expression, from, to));
    }
    if (code === 'nothing-found') parts.push(phrases.nothingFound);
  } else {
    const isPremise = searched !== null && failsPremise(searched, absent);
    code = isPremise ? 'false-premise' : 'not-in-articles';
    parts.push(phrases.notFound(retrieval.searched));
    if (isPremise) parts.push(phrases.falsePremise(joinAdjacent(absent, question.standalone)));
    else if (missing.length > 0) parts.push(phrases.missing(missing));
    else if (searched !== null && lacksForm(searched)) {
      parts.push(phrases.missingForm(FORM_NAMES[question.language][searched.form.expects]));
    }
  }
  for (const [filter, articles] of Object.entries(retrieval.searched.excluded)) {
    if (articles > 0) parts.push(phrases.excluded(filter, articles));
  }
  if (retrieval.nearestDates.length > 0) parts.push(phrases.nearestDates(retrieval.nearestDates));
  if (covers !== null) {
    parts.push(phrases.covers(collection.length, covers.from, covers.to, languages));
  }
  const explanation = parts.join(question.language === 'zh' ? '' : ' ');
  return { code, missing, explanation, covers, languages };
}

/** Terms of the question that the best windows do not speak of, in the question's order. */
function absentTerms({ terms, ranked }: SearchedEvidence): SoughtTerm[] {
  const best = ranked.slice(0, BEST_WINDOWS);
  return terms.filter(
    (term, i) =>
      term.weight >= LEAST_WEIGHT && best.every(({ window }) => (window.around[i] ?? 0) < ABSENT),
  );
}

/**
 * A premise fails when what the question takes for granted is missing while the rest of it, names
 * above all, is there: 签署了什么停火协议, asked of ministers who did meet.
 */
function failsPremise(
  { form, terms, ranked }: SearchedEvidence,
  absent: readonly SoughtTerm[],
): boolean {
  if (!PRESUPPOSING.has(form.kind) || absent.length === 0) return false;
  if (absent.some(({ role, nameKeys }) => role === 'title' || role === 'name' || nameKeys.size > 0))
    return false;
  const best = ranked[0]?.window;
  if (best === undefined) return false;
  const rest = terms.filter((term) => !absent.includes(term));
  const total = rest.reduce((sum, term) => sum + term.weight, 0);
  const found = rest.reduce(
    (sum, term) => sum + term.weight * (best.around[terms.indexOf(term)] ?? 0),
    0,
  );
  return total > 0 && found / total >= REST_IS_THERE;
}

function lacksForm({ form, ranked }: SearchedEvidence): boolean {
  return isPointable(form.expects) && (ranked[0]?.candidate ?? null) === null;
}

/** Terms that stand side by side in the question, as the question words them: 停火协议. */
function joinAdjacent(terms: readonly SoughtTerm[], question: string): string {
  const runs: { start: number; end: number }[] = [];
  for (const { start, end } of terms) {
    const last = runs.at(-1);
    if (last !== undefined && question.slice(last.end, start).trim() === '') last.end = end;
    else runs.push({ start, end });
  }
  return runs.map(({ start, end }) => question.slice(start, end)).join(' … ');
}
