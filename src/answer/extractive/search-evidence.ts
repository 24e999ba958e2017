import type { Language } from '../../core/article.ts';
import type { Question } from '../../core/composer.ts';
import type { Passage } from '../../core/passage.ts';
import { foldText } from '../../language/characters/fold.ts';
import { detectLanguage } from '../../language/characters/language.ts';
import type { AnswerCandidate } from '../../question/answer-candidate.ts';
import { findAnswerCandidates } from '../../question/answer-form.ts';
import type { QuestionForm } from '../../question/question-form.ts';
import { readQuestionForm } from '../../question/question-kind.ts';
import type { TermRarity } from '../term-rarity.ts';
import { type EvidenceArticle, readEvidence } from './evidence.ts';
import { type RankedWindow, rankWindows } from './rank-windows.ts';
import { readSoughtTerms, type SoughtTerm, soughtYears } from './sought-terms.ts';
import type { TextReaders, TextView } from './text-view.ts';
import { type VotedAnswer, voteAnswers } from './vote-answers.ts';
import { weighWindows } from './weigh-windows.ts';

export interface EvidenceSearchParts extends TextReaders {
  readonly rarity: TermRarity;
}

/** A question held against the evidence, before anything is decided. */
export interface SearchedEvidence {
  readonly form: QuestionForm;
  readonly terms: readonly SoughtTerm[];
  readonly years: readonly string[];
  readonly articles: readonly EvidenceArticle[];
  /** Every quotable window, the most likely to answer first. */
  readonly ranked: readonly RankedWindow[];
  /** Candidate answers, the best supported first; empty where the answer has no form. */
  readonly answers: readonly VotedAnswer[];
}

/**
 * Looks through the passages for what a question asks.
 * @param longest longest window, in UTF-16 units
 */
export function searchEvidence(
  question: Pick<Question, 'standalone'>,
  passages: readonly Passage[],
  today: string | null,
  longest: number,
  { rarity, ...readers }: EvidenceSearchParts,
): SearchedEvidence {
  const { standalone } = question;
  const language = detectLanguage(standalone);
  const form = readQuestionForm(standalone, language);
  const terms = readSoughtTerms(standalone, form, language, readers, rarity, today);
  const years = soughtYears(standalone);
  const isNews = newsTo(standalone, language, form, readers);
  const candidatesIn = (view: TextView) =>
    findAnswerCandidates(view, form, readers.names).filter(isNews);
  const articles = readEvidence(passages, readers);
  const windows = weighWindows(articles, { terms, years, candidatesIn }, readers, longest);
  const ranked = rankWindows(windows, terms, form.wantsLatest);
  return { form, terms, years, articles, ranked, answers: voteAnswers(ranked, form.wantsLatest) };
}

/** What the question says itself is no answer to it. */
function newsTo(
  question: string,
  language: Language,
  form: QuestionForm,
  { names }: TextReaders,
): (candidate: AnswerCandidate) => boolean {
  const text = { text: question, language, publishedAt: null };
  const asked = new Set(findAnswerCandidates(text, form, names).map(({ key }) => key));
  const folded = foldText(question);
  const isWorded = ['person', 'place', 'name', 'phrase'].includes(form.expects);
  return (candidate) =>
    !asked.has(candidate.key) && !(isWorded && folded.includes(foldText(candidate.text)));
}
