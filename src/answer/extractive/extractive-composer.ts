import type { AnswerNotice } from '../../core/answer.ts';
import type { CompositionEvent } from '../../core/answer-event.ts';
import type { Article, Language } from '../../core/article.ts';
import { citationsOf } from '../../core/block.ts';
import { newestFirst } from '../../core/collection.ts';
import type { AnswerComposer, CompositionRequest } from '../../core/composer.ts';
import { CompositionWriter } from '../../core/composition-writer.ts';
import type { SentencesOf } from '../../core/sentence.ts';
import type { SentenceChecker } from '../../core/sentence-checker.ts';
import { type FoundConflict, findConflicts } from '../agreement/find-conflicts.ts';
import { writeConflicts } from '../agreement/write-conflicts.ts';
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
import { type AnswerPlan, planAnswer } from './plan-answer.ts';
import {
  type EvidenceSearchParts,
  type SearchedEvidence,
  searchEvidence,
} from './search-evidence.ts';
import { selectWindows } from './select-windows.ts';
import { writeAnswer } from './write-answer.ts';

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
    const writer = new CompositionWriter(question.language);
    yield* writer.tell(notices);
    yield* writeAnswer(plan, question.language, writer, this.#parts.sentencesOf);
    yield* writeConflicts(this.#conflicts(request, searched, plan), writer);
    yield* writer.finish({
      outcome: 'answered',
      layout: plan.layout,
      refusal: null,
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
    const plan = nearestEvidence(searched, language);
    const writer = new CompositionWriter(language);
    yield* writer.tell(notices);
    yield* writer.write({ kind: 'refusal', text: reason.explanation, code: reason.code });
    if (plan.groups.some(({ windows }) => windows.length > 0)) {
      yield* writeAnswer(plan, language, writer, this.#parts.sentencesOf);
    }
    const near = request.retrieval.passages.map((passage) => passage.article);
    const suggestions = this.#suggestAbout([...near, ...newestFirst(collection)], language);
    const nearest = writer.blocks.flatMap(citationsOf);
    yield* writer.finish({
      outcome: 'not-found',
      layout: plan.layout,
      refusal: { ...reason, nearest, suggestions },
      suggestions,
    });
  }

  /**
   * Conflicts about what was asked: between the sentences that speak of the question as fully as
   * the best one does. Others are of other things, or beside the point. Where sources split there
   * may be no short answer, and then above all the reader must see both.
   */
  #conflicts(
    { question, retrieval }: CompositionRequest,
    { ranked, form }: SearchedEvidence,
    { short, groups }: AnswerPlan,
  ): FoundConflict[] {
    const best = short?.window ?? groups[0]?.windows[0];
    if (best === undefined || !COMPARABLE.has(form.expects)) return [];
    const rivals = ranked.filter(({ context }) => context >= AS_FULLY * best.context);
    const isRival = ({ article, start, end }: ArticleSpan) =>
      rivals.some(
        ({ window }) =>
          window.sentence.article.id === article.id && window.start < end && start < window.end,
      );
    const { start, end, sentence } = best.window;
    const quoted = [{ article: sentence.article, start, end }];
    const { sentencesOf } = this.#parts;
    const found = findConflicts(quoted, retrieval.passages, question.language, sentencesOf);
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

  #suggestAbout(articles: readonly Article[], language: Language) {
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

function nearestEvidence(searched: SearchedEvidence | null, language: Language): AnswerPlan {
  const [best] = searched?.ranked ?? [];
  if (searched === null || best === undefined || best.context === 0) {
    return { layout: 'paragraph', short: null, groups: [] };
  }
  const windows = selectWindows(searched.ranked, best, searched.form, searched.terms, {
    most: NEAREST_SENTENCES,
    sure: false,
  });
  const heading = ANSWER_PHRASES[language].nearestEvidence;
  return { layout: 'list', short: null, groups: [{ heading, windows }] };
}
