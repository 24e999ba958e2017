import type { Refusal } from '../../core/answer.ts';
import type { Language } from '../../core/article.ts';
import { factsOf } from '../../core/collection.ts';
import type { CompositionRequest } from '../../core/composer.ts';
import type { CollectionVocabulary } from '../../question/correct-words.ts';
import { hasSpanAnswer } from '../../question/question-form.ts';
import { ANSWER_PHRASES } from '../answer-phrases.ts';
import type { ReadEvidence } from '../reader/read-evidence.ts';
import { FORM_NAMES } from './form-names.ts';
import { unmentionedWords } from './unmentioned-words.ts';

/** Why a question is not answered, in words, without the nearest evidence, which is cited. */
export interface RefusalReason {
  readonly code: Refusal['code'];
  readonly missing: readonly string[];
  readonly explanation: string;
  readonly covers: Refusal['covers'];
  readonly languages: readonly Language[];
}

/**
 * Says what was searched and why nothing is answered. It claims no more than was looked up: that no
 * article mentions a word where the whole index holds it in neither language, else that no passage
 * found states what was asked.
 */
export function explainRefusal(
  request: CompositionRequest,
  evidence: ReadEvidence | null,
  vocabulary: CollectionVocabulary | null,
): RefusalReason {
  const { retrieval, collection, question } = request;
  const phrases = ANSWER_PHRASES[question.language];
  const { covers, languages } = factsOf(collection);
  const parts: string[] = [];
  const missing =
    evidence === null || vocabulary === null ? [] : unmentionedWords(evidence, vocabulary);
  let code: Refusal['code'] = 'not-in-articles';

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
    parts.push(phrases.notFound(retrieval.searched));
    if (missing.length > 0) parts.push(phrases.missing(missing));
    else if (evidence !== null && lacksForm(evidence)) {
      const { expects } = evidence.asked.question;
      parts.push(phrases.missingForm(FORM_NAMES[question.language][expects]));
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

/** Whether no sentence that was read holds anything of the form asked for. */
function lacksForm({ asked, ranked }: ReadEvidence): boolean {
  return (
    hasSpanAnswer(asked.question.expects) && ranked.every(({ answers }) => answers.length === 0)
  );
}
