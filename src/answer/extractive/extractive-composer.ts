import type { AnswerNotice } from '../../core/answer.ts';
import type { CompositionEvent } from '../../core/answer-event.ts';
import type { Article, Language } from '../../core/article.ts';
import { citationsOf } from '../../core/block.ts';
import { factsOf } from '../../core/collection.ts';
import type { AnswerComposer, CompositionRequest } from '../../core/composer.ts';
import { CompositionWriter } from '../../core/composition-writer.ts';
import type { AppliedDateRange } from '../../core/passage.ts';
import type { Sentence, SentencesOf } from '../../core/sentence.ts';
import type { SentenceChecker } from '../../core/sentence-checker.ts';
import { showQuote } from '../../language/characters/show-quote.ts';
import { writeRelativeDates } from '../../language/dates/write-date.ts';
import type { NameAnalyzer } from '../../language/names/names.ts';
import type { CollectionVocabulary } from '../../question/correct-words.ts';
import type { QuestionReader, ReadQuestion } from '../../question/read-question.ts';
import { type FoundConflict, findConflicts } from '../agreement/find-conflicts.ts';
import { writeConflicts } from '../agreement/write-conflicts.ts';
import { ANSWER_PHRASES } from '../answer-phrases.ts';
import type { ArticleSpan } from '../article-span.ts';
import type { ReadEvidence } from '../reader/read-evidence.ts';
import {
  type JudgingReaderParts,
  OUTCOME_THRESHOLDS,
  type OutcomeThresholds,
  readEvidence,
} from '../reader/reader.ts';
import { explainRefusal } from '../refusal/explain-refusal.ts';
import { unfoundNames } from '../refusal/unfound-names.ts';
import { unmentionedShare, unmentionedWords } from '../refusal/unmentioned-words.ts';
import { requestNotices } from '../request-notices.ts';
import type { ChoosingParts } from '../short-answer/choose-short-answer.ts';
import type { WriteShortAnswer } from '../short-answer/reader-script.ts';
import { suggestQuestions } from '../suggest-questions.ts';
import { datesOfQuote } from './date-beside-quote.ts';
import { type AnswerPlan, type PlanLimits, planAnswer, planNearest } from './plan-answer.ts';
import { sentencesOfDays } from './plan-day.ts';
import { isFound, planParts, type ReadPart } from './plan-parts.ts';
import { writeAnswer } from './write-answer.ts';

export interface ExtractiveComposerParts {
  readonly names: NameAnalyzer;
  readonly checker: SentenceChecker;
  readonly readQuestion: QuestionReader;
  readonly writeShortAnswer: WriteShortAnswer;
  readonly reader: Omit<JudgingReaderParts, 'thresholds'>;
  /** Words and names of the whole collection; absent, a refusal says nothing of them. */
  readonly vocabulary?: (() => CollectionVocabulary) | undefined;
  readonly sentencesOf: SentencesOf;
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
/** Share of what the best sentence speaks of, from which another is about the same thing. */
const AS_FULLY = 0.9;

/** Share of what is asked about that the index holds nowhere, from which nothing answers. */
const MAX_UNMENTIONED = 0.5;

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
    const isComparison = reading.kind === 'compare';
    const parts = this.#readParts(request);
    if (parts.some(({ evidence }) => evidence?.outcome === 'answered')) {
      yield* this.#writeParts(request, parts, isComparison, 'answered');
      return;
    }
    const evidence = this.#read(request);
    if (evidence === null || evidence.outcome === 'not-found') {
      yield* this.#refuse(request, evidence, requestNotices(request));
      return;
    }
    const { language } = question;
    const planned = planAnswer(evidence, language, this.#limits, this.#choosing);
    // Neither yes nor no is no certain answer to a question for one of them.
    const isUndecided = reading.expects === 'polarity' && planned.short === null;
    const outcome = isUndecided ? 'possible' : evidence.outcome;
    const isPossible = outcome === 'possible';
    if (isPossible && !isComparison && parts.some(isFound)) {
      yield* this.#writeParts(request, parts, isComparison, 'possible');
      return;
    }
    const plan = isPossible ? { ...planned, short: null } : planned;
    const conflicts = this.#conflicts(request, evidence, plan);
    yield* this.#write(request, plan, outcome, evidence, conflicts);
  }

  /** Words a plan: that it is unsure first, what sources disagree about last. */
  *#write(
    request: CompositionRequest,
    plan: AnswerPlan,
    outcome: 'answered' | 'possible',
    evidence: ReadEvidence | undefined,
    conflicts: readonly FoundConflict[],
  ): Generator<CompositionEvent> {
    const { language } = request.question;
    const writer = new CompositionWriter(language);
    yield* writer.tell(requestNotices(request));
    if (outcome === 'possible' && evidence !== undefined)
      yield* this.#warn(evidence, plan, language, writer);
    yield* writeAnswer(plan, language, writer, this.#parts.sentencesOf);
    yield* writeConflicts(conflicts, writer);
    yield* writer.finish({
      outcome,
      layout: plan.layout,
      refusal: null,
      suggestions: this.#suggest(request, plan),
    });
  }

  /** Says that what follows may answer, and which names asked about it does not have. */
  #warn(
    evidence: ReadEvidence,
    { groups }: AnswerPlan,
    language: Language,
    writer: CompositionWriter,
  ): Generator<CompositionEvent, unknown> {
    const shown = new Set(groups.flatMap(({ quotes }) => quotes.map(({ article }) => article)));
    const unfound = unfoundNames(evidence, shown, this.#parts.reader);
    return writer.write({
      kind: 'possible',
      text: ANSWER_PHRASES[language].possible(unfound),
    });
  }

  /** Each part with its own passages; none where the question is one. */
  #readParts({ parts = [], today, question }: CompositionRequest): ReadPart[] {
    if (parts.length < 2) return [];
    return parts.map(({ label, standalone, retrieval }) => {
      const evidence = this.#read({ question: { ...question, standalone }, retrieval, today });
      return { label, evidence };
    });
  }

  *#writeParts(
    request: CompositionRequest,
    parts: readonly ReadPart[],
    isComparison: boolean,
    outcome: 'answered' | 'possible',
  ): Generator<CompositionEvent> {
    const { language } = request.question;
    const planned = planParts(parts, language, isComparison, this.#limits, this.#choosing);
    const plan = outcome === 'possible' ? { ...planned, short: null } : planned;
    const [read] = parts.flatMap(({ evidence }) => (evidence === null ? [] : [evidence]));
    yield* this.#write(request, plan, outcome, read, []);
  }

  get #choosing(): ChoosingParts {
    const { names, reader, writeShortAnswer } = this.#parts;
    return { names, rarity: reader.rarity, sentencesOf: reader.sentencesOf, writeShortAnswer };
  }

  /** What can be asked, or the newest reports: what articles say answers neither greeting nor "news". */
  *#orient(
    { question, collection }: CompositionRequest,
    request: 'help' | 'newest',
  ): Generator<CompositionEvent> {
    const { language } = question;
    const phrases = ANSWER_PHRASES[language];
    const writer = new CompositionWriter(language);
    const newest = factsOf(collection).newestFirst.slice(0, NEWEST_ARTICLES);
    if (request === 'help') {
      const text = phrases.help(collection.length, factsOf(collection).covers);
      yield* writer.write({
        kind: 'sentence',
        isProvisional: false,
        placement: 'paragraph',
        heading: null,
        text,
        ...UNCITED,
      });
    } else {
      const heading = yield* writer.write({ kind: 'heading', text: phrases.newest });
      for (const article of newest) {
        const first = this.#parts.reader.sentencesOf(article).find(({ role }) => role === 'prose');
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
    const found = sentencesOfDays(range, retrieval.passages, this.#parts.reader.sentencesOf);
    if (found.length === 0) return null;
    const quote = this.#quote.bind(this);
    const suggest = () => this.#suggestAbout(factsOf(request.collection).newestFirst, language);
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
      dates: writeRelativeDates(datesOfQuote(this.#parts.sentencesOf(article), span), language),
      corroboration: null,
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
    const { reader, vocabulary } = this.#parts;
    const evidence = readEvidence(question, retrieval.passages, { ...reader, thresholds });
    if (evidence.outcome === 'not-found' || vocabulary === undefined) return evidence;
    // What no article has a word for is not answered for certain, however much of the rest agrees,
    // and a question that is mostly about it is not answered at all.
    if (unmentionedShare(evidence, vocabulary()) >= MAX_UNMENTIONED) {
      return { ...evidence, outcome: 'not-found' };
    }
    const isKnown = unmentionedWords(evidence, vocabulary()).length === 0;
    return isKnown ? evidence : { ...evidence, outcome: 'possible' };
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
    yield* writeAnswer(plan, language, writer, this.#parts.sentencesOf);
    const near = request.retrieval.passages.map((passage) => passage.article);
    const suggestions = this.#suggestAbout(
      distinct(near, factsOf(collection).newestFirst),
      language,
    );
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
    { ranked, asked }: ReadEvidence,
    { short, groups }: AnswerPlan,
  ): FoundConflict[] {
    const best = short?.ranked ?? groups[0]?.quotes[0]?.ranked;
    if (best === undefined || !COMPARABLE.has(asked.question.expects)) return [];
    const { article, sentence, features } = best;
    const rivals = ranked.filter((one) => one.features.around >= AS_FULLY * features.around);
    const isRival = (span: ArticleSpan) =>
      rivals.some(
        (one) =>
          one.article.id === span.article.id &&
          one.sentence.start < span.end &&
          span.start < one.sentence.end,
      );
    const quoted = [{ article, start: sentence.start, end: sentence.end }];
    const { sentencesOf } = this.#parts;
    const found = findConflicts(quoted, retrieval.passages, question.language, sentencesOf);
    return found.filter(({ statements }) => statements.every(({ span }) => isRival(span)));
  }

  #suggest({ question, retrieval }: CompositionRequest, plan: AnswerPlan): string[] {
    const cited = new Set(
      plan.groups.flatMap(({ quotes }) => quotes.map(({ article }) => article.id)),
    );
    const found = retrieval.passages.map((passage) => passage.article);
    const others = found.filter((article) => !cited.has(article.id));
    return this.#suggestAbout(distinct(others), question.language);
  }

  #suggestAbout(articles: Iterable<Article>, language: Language) {
    return suggestQuestions(articles, language, this.#parts.sentencesOf);
  }
}

/** Answers extractively: with no key, no network, and no words but the articles' own. */
export function createExtractiveComposer(
  parts: ExtractiveComposerParts,
  limits: ExtractiveLimits = DEFAULT_LIMITS,
): ExtractiveComposer {
  return new QuotingComposer(parts, limits);
}

/** The articles of some lists, each once, for as long as somebody takes more. */
function* distinct(...lists: readonly (readonly Article[])[]): Generator<Article> {
  const seen = new Set<Article>();
  for (const list of lists) {
    for (const article of list) {
      if (seen.has(article)) continue;
      seen.add(article);
      yield article;
    }
  }
}
