import type { AnswerNotice } from '../core/answer.ts';
import type { CompositionRequest } from '../core/composer.ts';
import { foldText } from '../language/characters/fold.ts';
import { ANSWER_PHRASES } from './answer-phrases.ts';

/** What the reader should know of how the question was read, whoever answers it. */
export function requestNotices({
  question,
  retrieval,
  conversation,
}: CompositionRequest): AnswerNotice[] {
  const phrases = ANSWER_PHRASES[question.language];
  const notices: AnswerNotice[] = [];
  // A capital or the width of a mark put right is nothing to tell.
  if (foldText(question.standalone) !== foldText(question.asked)) {
    const rewritten = conversation.length > 0 ? phrases.rewritten : phrases.corrected;
    notices.push({ code: 'question-rewritten', text: rewritten(question.standalone) });
  }
  if (retrieval.dateRange !== null && retrieval.passages.length > 0) {
    const { expression, from, to } = retrieval.dateRange;
    notices.push({ code: 'date-range-applied', text: phrases.appliedDates(expression, from, to) });
  }
  if (retrieval.byWordsOnly === true) {
    notices.push({ code: 'words-only', text: phrases.byWordsOnly });
  }
  return notices;
}
