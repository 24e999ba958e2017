import type { AnswerNotice, Composition } from '../../core/answer.ts';
import type { CompositionEvent } from '../../core/answer-event.ts';
import type { Article } from '../../core/article.ts';
import { CitationList } from '../../core/citation-list.ts';
import { newestFirst } from '../../core/collection.ts';
import type { AnswerComposer, CompositionRequest } from '../../core/composer.ts';
import type { SentencesOf } from '../../core/sentence.ts';
import type { SentenceChecker } from '../../core/sentence-checker.ts';
import { type FoundConflict, findConflicts } from '../agreement/find-conflicts.ts';
import { ANSWER_PHRASES } from '../answer-phrases.ts';
import type { ArticleSpan } from '../article-span.ts';
import {
  ANSWERABILITY_THRESHOLD,
  answerability,
  readEvidenceFeatures,
} from '../refusal/answerability.ts';
import { explainRefusal } from '../refusal/explain-refusal.ts';
import { requestNotices } from '../request-notices.ts';
import { suggestQuestions } from '../suggest-questions.ts';
import { type AnswerPiece, streamComposition } from './composition-stream.ts';
import { type AnswerPlan, planAnswer } from './plan-answer.ts';
import {
  type EvidenceSearchParts,
  type SearchedEvidence,
  searchEvidence,
} from './search-evidence.ts';
import { selectWindows } from './select-windows.ts';
import { writeAnswer } from './write-answer.ts';
import { writeConflicts } from './write-conflicts.ts';

export interface ExtractiveComposerParts extends EvidenceSearchParts {
  readonly checker: SentenceChecker;
  readonly sentencesOf: SentencesOf;
}

export interface ExtractiveLimits {
  /** Most sentences of an answer to a plain question. */
  readonly sentences: number;
  /** Longest quote, in UTF-16 units; a longer sentence is cut at clause marks. */
  readonly sentenceLength: number;
  /** Least probability, from 0 to 1, that the evidence answers; 0 never refuses what was found. */
  readonly answerability: number;
}

export const DEFAULT_LIMITS: ExtractiveLimits = {
  sentences: 3,
  sentenceLength: 320,
  answerability: ANSWERABILITY_THRESHOLD,
};

const NEAREST_SENTENCES = 3;
/** Kinds of answer of which two sources can give different ones. */
const COMPARABLE: ReadonlySet<string> = new Set([
  'date',
  'count',
  'quantity',
  'money',
  'percentage',
  'duration',
]);
/** Context beside the short answer's, from which a sentence is about the same thing. */
const AS_FULLY = 0.9;

/** A composer that can also say how likely it is that the evidence answers. */
export interface ExtractiveComposer extends AnswerComposer {
  /** Probability, from 0 to 1; below the limit the question is refused. */
  answerability(request: Pick<CompositionRequest, 'question' | 'retrieval' | 'today'>): number;
}

/** Answers in the articles' own sentences, without a model. */
class QuotingComposer implements ExtractiveComposer {
  readonly #parts: ExtractiveComposerParts;
  readonly #limits: ExtractiveLimits;

  constructor(parts: ExtractiveComposerParts, limits: ExtractiveLimits) {
    this.#parts = parts;
    this.#limits = limits;
  }

  async *compose(request: CompositionRequest): AsyncIterable<CompositionEvent> {
    const { question } = request;
    request.signal?.throwIfAborted();
    const searched = this.#search(request);
    const isAnswered = searched !== null && judge(searched) >= this.#limits.answerability;
    const notices = requestNotices(request);
    if (!isAnswered) {
      yield* this.#refuse(request, searched, notices);
      return;
    }
    const plan = planAnswer(searched, question, this.#limits.sentences);
    const citations = new CitationList(question.language);
    const withDates = searched.form.expects === 'date' || searched.form.kind === 'timeline';
    const { pieces, shortAnswer } = writeAnswer(
      plan,
      question.language,
      withDates,
      citations,
      this.#parts.checker,
    );
    const disputed = writeConflicts(
      this.#conflicts(request, searched, plan),
      question.language,
      citations,
    );
    yield* streamComposition([...pieces, ...disputed.pieces], {
      layout: plan.layout,
      abstained: false,
      shortAnswer,
      conflicts: disputed.conflicts,
      refusal: null,
      notices,
      suggestions: this.#suggest(request, plan),
    });
  }

  answerability(request: Pick<CompositionRequest, 'question' | 'retrieval' | 'today'>): number {
    const searched = this.#search(request);
    return searched === null ? 0 : judge(searched);
  }

  #search({
    question,
    retrieval,
    today,
  }: Pick<CompositionRequest, 'question' | 'retrieval' | 'today'>): SearchedEvidence | null {
    if (retrieval.passages.length === 0) return null;
    const { sentenceLength } = this.#limits;
    return searchEvidence(question, retrieval.passages, today, sentenceLength, this.#parts);
  }

  *#refuse(
    request: CompositionRequest,
    searched: SearchedEvidence | null,
    notices: readonly AnswerNotice[],
  ): Generator<CompositionEvent> {
    const { question, collection } = request;
    const { language } = question;
    const reason = explainRefusal(request, searched);
    const pieces: AnswerPiece[] = [{ text: reason.explanation, citations: [], sentence: null }];
    const plan = nearestEvidence(searched);
    const citations = new CitationList(language);
    if (plan.groups.some(({ windows }) => windows.length > 0)) {
      const heading = `\n\n${ANSWER_PHRASES[language].nearestEvidence}\n\n`;
      pieces.push({ text: heading, citations: [], sentence: null });
      pieces.push(...writeAnswer(plan, language, false, citations, this.#parts.checker).pieces);
    }
    const near = request.retrieval.passages.map((passage) => passage.article);
    const suggestions = this.#suggestAbout([...near, ...newestFirst(collection)], language);
    const refusal: Composition['refusal'] = {
      ...reason,
      nearest: citations.all().map(({ marker }) => marker),
      suggestions,
    };
    yield* streamComposition(pieces, {
      layout: plan.layout,
      abstained: true,
      shortAnswer: null,
      conflicts: [],
      refusal,
      notices,
      suggestions,
    });
  }

  /**
   * Conflicts about what was asked: between the sentence of the short answer and sentences that
   * speak of the question as fully as it does. Others are of other things, or beside the point.
   */
  #conflicts(
    { question, retrieval }: CompositionRequest,
    { ranked, form }: SearchedEvidence,
    { short }: AnswerPlan,
  ): FoundConflict[] {
    if (short === null || !COMPARABLE.has(form.expects)) return [];
    const rivals = ranked.filter(({ context }) => context >= AS_FULLY * short.window.context);
    const isRival = ({ article, start, end }: ArticleSpan) =>
      rivals.some(
        ({ window }) =>
          window.sentence.article.id === article.id && window.start < end && start < window.end,
      );
    const { start, end, sentence } = short.window.window;
    const quoted = [{ article: sentence.article, start, end }];
    const found = findConflicts(quoted, retrieval.passages, question.language, this.#parts);
    return found.filter(({ statements }) => statements.every(({ span }) => isRival(span)));
  }

  #suggest({ question, retrieval }: CompositionRequest, plan: AnswerPlan): string[] {
    const cited = new Set(
      plan.groups.flatMap(({ windows }) => windows.map(({ window }) => window.sentence.article.id)),
    );
    const found = retrieval.passages.map((passage) => passage.article);
    const others = found.filter((article) => !cited.has(article.id));
    return this.#suggestAbout(others, question.language);
  }

  #suggestAbout(
    articles: readonly Article[],
    language: CompositionRequest['question']['language'],
  ) {
    return suggestQuestions([...new Set(articles)], language, this.#parts.names);
  }
}

/** Answers extractively: with no key, no network, and no words but the articles' own. */
export function createExtractiveComposer(
  parts: ExtractiveComposerParts,
  limits: ExtractiveLimits = DEFAULT_LIMITS,
): ExtractiveComposer {
  return new QuotingComposer(parts, limits);
}

function judge(searched: SearchedEvidence): number {
  return answerability(readEvidenceFeatures(searched));
}

function nearestEvidence(searched: SearchedEvidence | null): AnswerPlan {
  const [best] = searched?.ranked ?? [];
  if (searched === null || best === undefined || best.context === 0) {
    return { layout: 'paragraph', short: null, groups: [] };
  }
  const windows = selectWindows(searched.ranked, best, searched.form, searched.terms, {
    most: NEAREST_SENTENCES,
    sure: false,
  });
  return { layout: 'list', short: null, groups: [{ heading: null, windows }] };
}
