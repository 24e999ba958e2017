import type {
  AnswerKind,
  AnswerLayout,
  AnswerSentence,
  Composition,
  Conflict,
  SentenceSupport,
} from '../../core/answer.ts';
import type { CompositionEvent } from '../../core/answer-event.ts';
import type { Language } from '../../core/article.ts';
import type { Citation } from '../../core/citation.ts';
import { CitationList } from '../../core/citation-list.ts';
import { findDates } from '../../language/dates/dates.ts';
import type { FoundConflict } from '../agreement/find-conflicts.ts';
import type { Corroboration } from '../agreement/find-corroboration.ts';
import type { ArticleSpan } from '../article-span.ts';
import type { ChosenQuote } from './choose-quote.ts';

const LIST_MARK = /(?:[-–—•*·]|\d{1,2}[.)、])\s*$/u;

/** An answer as it grows: checked sentences in, the events that show them out. */
export class DraftAnswer {
  readonly #language: Language;
  #citations: CitationList;
  readonly #sentences: AnswerSentence[] = [];
  readonly #conflicts: Conflict[] = [];
  #shown = new Set<number>();
  #text = '';
  #items = 0;
  /** A line break before a sentence that was left out still parts its neighbours. */
  #breakDue = '';

  constructor(language: Language) {
    this.#language = language;
    this.#citations = new CitationList(language);
  }

  get text(): string {
    return this.#text;
  }

  get sentences(): readonly AnswerSentence[] {
    return this.#sentences;
  }

  /** Forgets all that was shown. */
  clear(): void {
    this.#citations = new CitationList(this.#language);
    this.#sentences.length = 0;
    this.#conflicts.length = 0;
    this.#shown = new Set();
    this.#text = '';
    this.#items = 0;
    this.#breakDue = '';
  }

  /** Remembers the lead of a sentence that is not shown. */
  skip(lead: string): void {
    const breaks = lead.match(/\n/g)?.length ?? 0;
    if (breaks > this.#breakDue.length) this.#breakDue = '\n'.repeat(Math.min(2, breaks));
  }

  /** A heading or lead-in, which says nothing by itself. */
  *addFrame(lead: string, text: string): Generator<CompositionEvent> {
    yield* this.#show(this.#separator(lead) + text);
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
    for (const citation of [...cited, ...others]) yield* this.#announce(citation);
    const markers = [...new Set([...cited, ...others].map(({ marker }) => marker))];
    const marks = markers.length === 0 ? '' : ` ${markers.map((n) => `[${n}]`).join('')}`;
    yield* this.#show(this.#separator(lead) + text + marks);
    const dates = this.#relativeDates(text, located);
    const sentence: AnswerSentence = {
      text,
      citations: markers,
      support: located.support,
      ...(dates.length === 0 ? {} : { dates }),
      ...(corroboration === null
        ? {}
        : {
            corroboration: {
              sources: corroboration.sources,
              citations: others.map(({ marker }) => marker),
            },
          }),
    };
    this.#sentences.push(sentence);
    yield { type: 'check', index: this.#sentences.length - 1, sentence };
  }

  get citations(): readonly Citation[] {
    return this.#citations.all();
  }

  /** Puts another verdict in the place of a sentence's. */
  *revise(index: number, support: SentenceSupport): Generator<CompositionEvent> {
    const known = this.#sentences[index];
    if (known === undefined || known.support === support) return;
    const { corroboration, ...rest } = known;
    const isProved = support.verdict === 'supported' && corroboration !== undefined;
    const sentence = { ...rest, support, ...(isProved ? { corroboration } : {}) };
    this.#sentences[index] = sentence;
    yield { type: 'check', index, sentence };
  }

  /** The answer as it stands. */
  compose(kind: AnswerKind, rest: Pick<Composition, 'notices' | 'suggestions'>): Composition {
    return {
      answer: this.#text,
      layout: this.#layout(kind),
      abstained: false,
      shortAnswer: null,
      sentences: this.#sentences,
      citations: this.#citations.all(),
      conflicts: this.#conflicts,
      refusal: null,
      ...rest,
    };
  }

  /** Citations for what the sources do not agree on, and the conflicts that show them. */
  *addConflicts(found: readonly FoundConflict[]): Generator<CompositionEvent> {
    for (const { about, statements } of found) {
      const told = statements.map(({ value, span }) => {
        const [citation] = this.#cite([span]);
        return { value, citation };
      });
      for (const { citation } of told) if (citation !== undefined) yield* this.#announce(citation);
      this.#conflicts.push({
        about,
        statements: told.flatMap(({ value, citation }) =>
          citation === undefined ? [] : [{ value, citation: citation.marker }],
        ),
      });
    }
  }

  #cite(spans: readonly ArticleSpan[]): Citation[] {
    return spans.map((span) => this.#citations.cite(span.article, span));
  }

  *#announce(citation: Citation): Generator<CompositionEvent> {
    if (this.#shown.has(citation.marker)) return;
    this.#shown.add(citation.marker);
    yield { type: 'citation', citation };
  }

  *#show(text: string): Generator<CompositionEvent> {
    this.#text += text;
    yield { type: 'delta', text };
  }

  /** White space and list mark between what stands and what comes. */
  #separator(lead: string): string {
    const isItem = LIST_MARK.test(lead);
    if (isItem) this.#items += 1;
    const mark = isItem ? '- ' : '';
    if (this.#text === '') {
      this.#breakDue = '';
      return mark;
    }
    this.skip(lead);
    const due = this.#breakDue;
    this.#breakDue = '';
    if (due !== '') return due + mark;
    return isItem ? `\n${mark}` : this.#language === 'zh' ? '' : ' ';
  }

  #layout(kind: AnswerKind): AnswerLayout {
    if (this.#items < 2) return 'paragraph';
    if (kind === 'compare') return 'comparison';
    if (kind === 'timeline') return 'timeline';
    return kind === 'summary' ? 'brief' : 'list';
  }

  /** What 26日 in a sentence means, counted from the article it cites. */
  #relativeDates(text: string, { spans }: ChosenQuote): NonNullable<AnswerSentence['dates']> {
    const reference = spans[0]?.article.publishedAt ?? null;
    return findDates(text, { language: this.#language, reference })
      .filter(({ relative }) => relative)
      .flatMap(({ expression, from, to }) =>
        from === null || to === null ? [] : [{ expression, from, to }],
      );
  }
}
