import type { AnswerNotice } from '../../core/answer.ts';
import type { CompositionEvent } from '../../core/answer-event.ts';
import type { Article, Language } from '../../core/article.ts';
import { citationsOf } from '../../core/block.ts';
import { newestFirst } from '../../core/collection.ts';
import type { AnswerComposer, CompositionRequest } from '../../core/composer.ts';
import { CompositionWriter } from '../../core/composition-writer.ts';
import type { SentenceChecker } from '../../core/sentence-checker.ts';
import type { CollectionVocabulary } from '../../question/correct-words.ts';
import type { QuestionReader, ReadQuestion } from '../../question/read-question.ts';
import { type FoundConflict, findConflicts } from '../agreement/find-conflicts.ts';
import { writeConflicts } from '../agreement/write-conflicts.ts';
import { ANSWER_PHRASES } from '../answer-phrases.ts';
import type { ArticleSpan } from '../article-span.ts';
import type { FactReaders } from '../check/text-facts.ts';
import type { ReadEvidence } from '../reader/read-evidence.ts';
import {
  type JudgingReaderParts,
  OUTCOME_THRESHOLDS,
  type OutcomeThresholds,
  readEvidence,
} from '../reader/reader.ts';
import { explainRefusal } from '../refusal/explain-refusal.ts';
import { unfoundWords } from '../refusal/unmentioned-words.ts';
import { requestNotices } from '../request-notices.ts';
import { suggestQuestions } from '../suggest-questions.ts';
import { type AnswerPlan, type PlanLimits, planAnswer, planNearest } from './plan-answer.ts';
import { writeAnswer } from './write-answer.ts';

export interface ExtractiveComposerParts extends FactReaders {
  readonly checker: SentenceChecker;
  readonly readQuestion: QuestionReader;
  readonly reader: Omit<JudgingReaderParts, 'thresholds'>;
  /** Words and names of the whole collection; absent, a refusal says nothing of them. */
  readonly vocabulary?: (() => CollectionVocabulary) | undefined;
}

export interface ExtractiveLimits extends PlanLimits {
  /** Chances from which passages answer or may answer; from 0 on nothing found is refused. */
  readonly thresholds: OutcomeThresholds;
}

export const DEFAULT_LIMITS: ExtractiveLimits = {
  sentences: 3,
  sentenceLength: 320,
  thresholds: OUTCOME_THRESHOLDS,
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
/** Share of what the best sentence speaks of, from which another is about the same thing. */
const AS_FULLY = 0.9;

/** A composer that can also say how likely it is that the evidence answers. */
export interface ExtractiveComposer extends AnswerComposer {
  /** Chance, from 0 to 1, that the passages answer. */
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
    const evidence = this.#read(request);
    const notices = requestNotices(request);
    if (evidence === null || evidence.outcome === 'not-found') {
      yield* this.#refuse(request, evidence, notices);
      return;
    }
    const { language } = question;
    const parts = evidence.asked.question.parts.map((part) => this.#readFor(part, request));
    const isPossible = evidence.outcome === 'possible';
    const planned = planAnswer(evidence, parts, language, this.#limits);
    const plan = isPossible ? { ...planned, short: null } : planned;
    const writer = new CompositionWriter(language);
    yield* writer.tell(notices);
    if (isPossible) {
      const text = ANSWER_PHRASES[language].possible(unfoundWords(evidence));
      yield* writer.write({ kind: 'possible', text });
    }
    yield* writeAnswer(plan, language, writer);
    yield* writeConflicts(this.#conflicts(request, evidence, plan), writer);
    yield* writer.finish({
      outcome: evidence.outcome,
      layout: plan.layout,
      refusal: null,
      suggestions: this.#suggest(request, plan),
    });
  }

  answerability(request: Pick<CompositionRequest, 'question' | 'retrieval' | 'today'>): number {
    return this.#read(request)?.probability ?? 0;
  }

  #read(
    request: Pick<CompositionRequest, 'question' | 'retrieval' | 'today'>,
  ): ReadEvidence | null {
    const { question, retrieval, today } = request;
    if (retrieval.passages.length === 0) return null;
    return this.#readFor(this.#parts.readQuestion(question.standalone, today), request);
  }

  #readFor(
    question: ReadQuestion,
    { retrieval }: Pick<CompositionRequest, 'retrieval'>,
  ): ReadEvidence {
    const { thresholds } = this.#limits;
    return readEvidence(question, retrieval.passages, { ...this.#parts.reader, thresholds });
  }

  *#refuse(
    request: CompositionRequest,
    evidence: ReadEvidence | null,
    notices: readonly AnswerNotice[],
  ): Generator<CompositionEvent> {
    const { question, collection } = request;
    const { language } = question;
    const vocabulary = this.#parts.vocabulary?.() ?? null;
    const reason = explainRefusal(request, evidence, vocabulary);
    const plan: AnswerPlan =
      evidence === null
        ? { layout: 'paragraph', short: null, groups: [] }
        : planNearest(
            evidence,
            ANSWER_PHRASES[language].nearestEvidence,
            NEAREST_SENTENCES,
            this.#limits,
          );
    const writer = new CompositionWriter(language);
    yield* writer.tell(notices);
    yield* writer.write({ kind: 'refusal', text: reason.explanation, code: reason.code });
    yield* writeAnswer(plan, language, writer);
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
   * Conflicts about what was asked: between the sentence of the short answer and sentences that
   * speak of the question as fully as it does. Others are of other things, or beside the point.
   */
  #conflicts(
    { question, retrieval }: CompositionRequest,
    { ranked, asked }: ReadEvidence,
    { short }: AnswerPlan,
  ): FoundConflict[] {
    if (short === null || !COMPARABLE.has(asked.question.expects)) return [];
    const { article, sentence, features } = short.ranked;
    const rivals = ranked.filter((one) => one.features.around >= AS_FULLY * features.around);
    const isRival = (span: ArticleSpan) =>
      rivals.some(
        (one) =>
          one.article.id === span.article.id &&
          one.sentence.start < span.end &&
          span.start < one.sentence.end,
      );
    const quoted = [{ article, start: sentence.start, end: sentence.end }];
    const found = findConflicts(quoted, retrieval.passages, question.language, this.#parts);
    return found.filter(({ statements }) => statements.every(({ span }) => isRival(span)));
  }

  #suggest({ question, retrieval }: CompositionRequest, plan: AnswerPlan): string[] {
    const cited = new Set(
      plan.groups.flatMap(({ quotes }) => quotes.map(({ article }) => article.id)),
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
