import type { AnswerNotice } from '../../core/answer.ts';
import type { CompositionEvent } from '../../core/answer-event.ts';
import type { Article, Language } from '../../core/article.ts';
import { citationsOf } from '../../core/block.ts';
import { coveredDates, newestFirst } from '../../core/collection.ts';
import type { AnswerComposer, CompositionRequest } from '../../core/composer.ts';
import { CompositionWriter } from '../../core/composition-writer.ts';
import type { AppliedDateRange } from '../../core/passage.ts';
import type { Sentence } from '../../core/sentence.ts';
import type { SentenceChecker } from '../../core/sentence-checker.ts';
import { showQuote } from '../../language/characters/show-quote.ts';
import { writeRelativeDates } from '../../language/dates/write-date.ts';
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
import { datesOfQuote } from './date-beside-quote.ts';
import { type AnswerPlan, planAnswer, planParts } from './plan-answer.ts';
import { sentencesOfDays } from './plan-day.ts';
import {
  type EvidenceSearchParts,
  type SearchedEvidence,
  searchEvidence,
} from './search-evidence.ts';
import { selectWindows } from './select-windows.ts';
import { writeAnswer } from './write-answer.ts';

export interface ExtractiveComposerParts extends EvidenceSearchParts {
  readonly checker: SentenceChecker;
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
/** Articles that a question for news is answered with. */
const NEWEST_ARTICLES = 5;
/** A sentence of ours that claims nothing of the articles. */
const UNCITED = { citations: [], dates: [], corroboration: null, support: null } as const;
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
    const reading = this.#parts.readQuestion(question.standalone, request.today);
    if (reading.request === 'help' || reading.request === 'newest') {
      yield* this.#orient(request, reading.request);
      return;
    }
    if (reading.request === 'day' && request.retrieval.dateRange !== null) {
      const days = this.#days(request, request.retrieval.dateRange);
      if (days !== null) {
        yield* days;
        return;
      }
    }
    const byParts = this.#planParts(request, reading.kind === 'compare');
    if (byParts !== null) {
      yield* this.#write(request, byParts);
      return;
    }
    const searched = this.#search(request);
    const isAnswered = searched !== null && judge(searched) >= this.#limits.answerability;
    const notices = requestNotices(request);
    if (!isAnswered) {
      yield* this.#refuse(request, searched, notices);
      return;
    }
    const plan = planAnswer(searched, question, this.#limits.sentences, this.#parts);
    const writer = new CompositionWriter(question.language);
    yield* writer.tell(notices);
    yield* writeAnswer(plan, question.language, writer);
    yield* writeConflicts(this.#conflicts(request, searched, plan), writer);
    yield* writer.finish({
      outcome: 'answered',
      layout: plan.layout,
      refusal: null,
      suggestions: this.#suggest(request, plan),
    });
  }

  /** Each part with its own passages; null where the question is one, or no part is answered. */
  #planParts(request: CompositionRequest, isComparison: boolean): AnswerPlan | null {
    const { parts = [], today, question } = request;
    if (parts.length < 2) return null;
    const searchedParts = parts.map(({ label, standalone, retrieval }) => {
      const searched = this.#search({ question: { ...question, standalone }, retrieval, today });
      const isAnswered = searched !== null && judge(searched) >= this.#limits.answerability;
      return { label, searched: isAnswered ? searched : null };
    });
    if (searchedParts.every(({ searched }) => searched === null)) return null;
    return planParts(searchedParts, question.language, isComparison, this.#parts);
  }

  *#write(request: CompositionRequest, plan: AnswerPlan): Generator<CompositionEvent> {
    const { language } = request.question;
    const writer = new CompositionWriter(language);
    yield* writer.tell(requestNotices(request));
    yield* writeAnswer(plan, language, writer);
    yield* writer.finish({
      outcome: 'answered',
      layout: plan.layout,
      refusal: null,
      suggestions: this.#suggest(request, plan),
    });
  }

  /** What can be asked, or the newest reports: what articles say answers neither greeting nor "news". */
  *#orient(
    { question, collection }: CompositionRequest,
    request: 'help' | 'newest',
  ): Generator<CompositionEvent> {
    const { language } = question;
    const phrases = ANSWER_PHRASES[language];
    const writer = new CompositionWriter(language);
    const newest = newestFirst(collection).slice(0, NEWEST_ARTICLES);
    if (request === 'help') {
      const text = phrases.help(collection.length, coveredDates(collection));
      yield* writer.write({
        kind: 'sentence',
        placement: 'paragraph',
        heading: null,
        text,
        ...UNCITED,
      });
    } else {
      const heading = yield* writer.write({ kind: 'heading', text: phrases.newest });
      for (const article of newest) {
        const first = this.#parts.sentencesOf(article).find(({ role }) => role === 'prose');
        if (first !== undefined) yield* this.#quote(article, first, heading, language, writer);
      }
    }
    yield* writer.finish({
      outcome: 'answered',
      layout: request === 'help' ? 'paragraph' : 'list',
      refusal: null,
      suggestions: this.#suggestAbout(newest, language),
    });
  }

  /** What happened in some days, or null where no article tells. */
  #days(request: CompositionRequest, range: AppliedDateRange): Generator<CompositionEvent> | null {
    const { question, retrieval } = request;
    const { language } = question;
    const found = sentencesOfDays(range, retrieval.passages, this.#parts.sentencesOf);
    if (found.length === 0) return null;
    const quote = this.#quote.bind(this);
    const suggest = () => this.#suggestAbout(newestFirst(request.collection), language);
    return (function* () {
      const writer = new CompositionWriter(language);
      yield* writer.tell(requestNotices(request));
      for (const { article, sentence } of found) {
        yield* quote(article, sentence, null, language, writer);
      }
      yield* writer.finish({
        outcome: 'answered',
        layout: 'list',
        refusal: null,
        suggestions: suggest(),
      });
    })();
  }

  *#quote(
    article: Article,
    span: Sentence,
    heading: string | null,
    language: Language,
    writer: CompositionWriter,
  ): Generator<CompositionEvent> {
    const citation = writer.cite(article, span);
    yield* writer.write({
      kind: 'quote',
      placement: 'item',
      heading,
      lead: null,
      text: showQuote(citation.quote),
      citations: [citation.marker],
      dates: writeRelativeDates(datesOfQuote(article, span), language),
      corroboration: null,
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
      yield* writeAnswer(plan, language, writer);
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
