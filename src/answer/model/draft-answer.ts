import type { AnswerKind, AnswerLayout, AnswerNotice, SentenceSupport } from '../../core/answer.ts';
import type { CompositionEvent } from '../../core/answer-event.ts';
import type { Language } from '../../core/article.ts';
import { type Block, isStatement, type Placement, type SentenceBlock } from '../../core/block.ts';
import type { Citation } from '../../core/citation.ts';
import { CompositionWriter } from '../../core/composition-writer.ts';
import { findDates } from '../../language/dates/dates.ts';
import { writeRelativeDates } from '../../language/dates/write-date.ts';
import type { FoundConflict } from '../agreement/find-conflicts.ts';
import type { Corroboration } from '../agreement/find-corroboration.ts';
import { writeConflicts } from '../agreement/write-conflicts.ts';
import type { ArticleSpan } from '../article-span.ts';
import type { ChosenQuote } from './choose-quote.ts';

const LIST_MARK = /(?:[-–—•*·]|\d{1,2}[.)、])\s*$/u;

/** What decides whether a sentence is worth a second reading. */
export type JudgedSentence = Pick<JudgedBlock, 'support' | 'citations'>;

/** A sentence with its verdict. */
export type JudgedBlock = SentenceBlock & { readonly support: SentenceSupport };

function isJudged(block: Block): block is JudgedBlock & { readonly id: string } {
  return block.kind === 'sentence' && block.support !== null;
}

/** An answer as a model writes it: checked sentences in, the events that show them out. */
export class DraftAnswer {
  readonly #language: Language;
  readonly #isReadAgain: (sentence: JudgedSentence) => boolean;
  readonly #writer: CompositionWriter;
  /** Line breaks before a sentence that was left out still part its neighbours. */
  #breaks = 0;
  #heading: string | null = null;

  /** @param isReadAgain whether a model reads a sentence once more, so that its verdict may change */
  constructor(language: Language, isReadAgain: (sentence: JudgedSentence) => boolean) {
    this.#language = language;
    this.#isReadAgain = isReadAgain;
    this.#writer = new CompositionWriter(language);
  }

  get isEmpty(): boolean {
    return this.#writer.blocks.length === 0;
  }

  /** The sentences that were judged and shown. */
  get sentences(): readonly JudgedBlock[] {
    return this.#writer.blocks.filter(isJudged);
  }

  get citations(): readonly Citation[] {
    return this.#writer.citations;
  }

  /** Voids what was shown, and says why. */
  *startAgain(notice: AnswerNotice): Generator<CompositionEvent> {
    this.#breaks = 0;
    this.#heading = null;
    yield* this.#writer.startAgain(notice);
  }

  /** Puts the final verdict in the place of a sentence's. */
  revise(id: string, support: SentenceSupport): Generator<CompositionEvent> {
    return this.#writer.revise(id, support);
  }

  /** Remembers the lead of a sentence that is not shown. */
  skip(lead: string): void {
    this.#breaks = Math.max(this.#breaks, lead.match(/\n/g)?.length ?? 0);
  }

  /** A heading, under which the sentences that follow stand. */
  *addHeading(lead: string, text: string): Generator<CompositionEvent> {
    this.#place(lead);
    this.#heading = yield* this.#writer.write({ kind: 'heading', text });
  }

  /** A lead-in, which says nothing by itself. */
  *addLeadIn(lead: string, text: string): Generator<CompositionEvent> {
    yield* this.#writer.write({
      kind: 'sentence',
      placement: this.#place(lead),
      heading: this.#heading,
      text,
      citations: [],
      support: null,
      isProvisional: false,
      dates: [],
      corroboration: null,
    });
  }

  /** @param corroboration who else says so, the cited source included; null when nobody does */
  *addSentence(
    lead: string,
    text: string,
    located: ChosenQuote,
    corroboration: Corroboration | null,
  ): Generator<CompositionEvent> {
    const cited = this.#cite(located.spans);
    const others = this.#cite(corroboration?.spans ?? []);
    const citations = [...new Set([...cited, ...others])];
    const { support } = located;
    yield* this.#writer.write({
      kind: 'sentence',
      placement: this.#place(lead),
      heading: this.#heading,
      text,
      citations,
      support,
      isProvisional: this.#isReadAgain({ support, citations }),
      dates: this.#relativeDates(text, located),
      corroboration: corroboration && { sources: corroboration.sources, citations: others },
    });
  }

  addConflicts(found: readonly FoundConflict[]): Generator<CompositionEvent> {
    return writeConflicts(found, this.#writer);
  }

  tell(notices: readonly AnswerNotice[]): Generator<CompositionEvent> {
    return this.#writer.tell(notices);
  }

  /** Closes the answer as it stands. */
  finish(
    kind: AnswerKind,
    suggestions: readonly string[],
    timings?: Readonly<Record<string, number>>,
  ): Generator<CompositionEvent> {
    const layout = this.#layout(kind);
    return this.#writer.finish(
      { outcome: 'answered', layout, refusal: null, suggestions },
      'model',
      timings,
    );
  }

  #cite(spans: readonly ArticleSpan[]): number[] {
    return spans.map((span) => this.#writer.cite(span.article, span).marker);
  }

  /** How a sentence follows what stands, from the white space and list mark before it. */
  #place(lead: string): Placement {
    this.skip(lead);
    const isParted = this.isEmpty || this.#breaks > 0;
    this.#breaks = 0;
    if (LIST_MARK.test(lead)) return 'item';
    return isParted || this.#writer.blocks.at(-1)?.kind === 'heading' ? 'paragraph' : 'run-on';
  }

  #layout(kind: AnswerKind): AnswerLayout {
    const items = this.#writer.blocks.filter(
      (block) => isStatement(block) && block.placement === 'item',
    );
    if (items.length < 2) return 'paragraph';
    if (kind === 'compare') return 'comparison';
    if (kind === 'timeline') return 'timeline';
    return kind === 'summary' ? 'brief' : 'list';
  }

  /** What 26日 in a sentence means, counted from the article it cites. */
  #relativeDates(text: string, { spans }: ChosenQuote) {
    const reference = spans[0]?.article.publishedAt ?? null;
    const language = this.#language;
    return writeRelativeDates(findDates(text, { language, reference }), language);
  }
}
