import type { Language } from './article.ts';
import type { Block, Corroboration, ResolvedExpression } from './block.ts';
import type { Citation } from './citation.ts';
import type { AppliedDateRange, Passage } from './passage.ts';

/** What a question asks for; decides the form its answer must take. */
export type AnswerKind =
  | 'who'
  | 'where'
  | 'when'
  | 'how-many'
  | 'how-much'
  | 'which'
  | 'what'
  | 'why'
  | 'how'
  | 'yes-no'
  | 'list'
  | 'compare'
  | 'summary'
  | 'timeline';

export type SupportVerdict = 'supported' | 'partly' | 'unsupported';

/** Result of checking one sentence against the words it cites. */
export interface SentenceSupport {
  readonly verdict: SupportVerdict;
  /** In words, in the answer's language, for the reader. */
  readonly reason: string;
  /** Which rule decided, for programs. */
  readonly rule:
    | 'quoted'
    | 'citation'
    | 'number'
    | 'date'
    | 'quotation'
    | 'name'
    | 'negation'
    /** Who a role, a country or a statement belongs to. */
    | 'relation'
    /** All, most, some, only. */
    | 'scope'
    /** The model, reading the answer once more. */
    | 'second-reading'
    | 'coverage';
  /** The piece of the sentence that failed, or null. */
  readonly failed: string | null;
}

/** One sentence of an answer, for clients that do not read its blocks. */
export interface AnswerSentence {
  /** As shown, without citation markers. */
  readonly text: string;
  /** Markers of its citations, in the order shown. */
  readonly citations: readonly number[];
  /** An article's own words are supported by the rule `quoted`; nothing else is judged of them. */
  readonly support: SentenceSupport;
  /** Heading it stands under, where the answer is grouped. */
  readonly group?: string | undefined;
  /** Dates in it, resolved against the publication date of its source. */
  readonly dates?: readonly ResolvedExpression[] | undefined;
  readonly corroboration?: Corroboration | undefined;
}

/** The name, date, number or place itself, shown first when the composer is sure of it. */
export interface ShortAnswer {
  /** In the reader's script where it can be written in it. */
  readonly text: string;
  /** As the article writes it, where `text` is not that. */
  readonly original: string | null;
  /** Markers of the sentences that hold it. */
  readonly citations: readonly number[];
}

/** The same thing stated differently by different sources. */
export interface Conflict {
  /** What they differ on, in the answer's language. */
  readonly about: string;
  readonly statements: readonly {
    readonly value: string;
    readonly citation: number;
  }[];
}

/** Why there is no answer, and what there is instead. */
export interface Refusal {
  readonly code:
    | 'nothing-found'
    | 'not-in-articles'
    | 'false-premise'
    | 'filters-exclude-all'
    | 'no-articles-in-dates';
  /** Paragraph for the reader, in the answer's language. */
  readonly explanation: string;
  /** What the evidence lacks: words of the question, or the answer's form. */
  readonly missing: readonly string[];
  /** Nearest evidence, cited. Markers into the answer's citations. */
  readonly nearest: readonly number[];
  /** First and last publication date of the collection, or null when it has none. */
  readonly covers: { readonly from: string; readonly to: string } | null;
  readonly languages: readonly Language[];
  /** Questions the collection could answer. */
  readonly suggestions: readonly string[];
}

/** Something the reader should know about how the answer came to be. */
export interface AnswerNotice {
  readonly code:
    | 'model-unavailable'
    | 'model-interrupted'
    /** The model stopped early; what stands was proved before. */
    | 'answer-incomplete'
    /** Reasoning that was shown was none of the answer. */
    | 'reasoning-removed'
    /** The second reading by the model failed or was late; the rules' verdicts stand. */
    | 'verifier-unavailable'
    | 'model-wrong-language'
    | 'sentences-dropped'
    | 'date-range-applied'
    | 'nearest-dates'
    | 'question-rewritten'
    | 'scope-limited'
    | 'words-only'
    | 'answer-restarted';
  /** In the answer's language. */
  readonly text: string;
}

/** How the answer is laid out. */
export type AnswerLayout = 'paragraph' | 'list' | 'comparison' | 'brief' | 'timeline';

/** `possible`: what is shown may answer, and the reader is told that it may not. */
export type AnswerOutcome = 'answered' | 'possible' | 'not-found';

/** What a composer makes of a question and its passages. */
export interface Composition {
  readonly outcome: AnswerOutcome;
  readonly layout: AnswerLayout;
  /** All that is shown, in its order. */
  readonly blocks: readonly Block[];
  readonly citations: readonly Citation[];
  readonly refusal: Refusal | null;
  readonly notices: readonly AnswerNotice[];
  /** Follow-up questions the collection can answer. */
  readonly suggestions: readonly string[];
}

/** A whole answer, as `POST /api/chat` returns it. */
export interface Answer extends Composition {
  readonly id: string;
  readonly language: Language;
  readonly kind: AnswerKind;
  /** The question as it was searched: a follow-up rewritten to stand alone. */
  readonly question: string;
  readonly composer: 'extractive' | 'model';
  /** The model that was asked to write, or null where none was. */
  readonly model: string | null;
  readonly dateRange: AppliedDateRange | null;
  readonly passages: readonly PassageView[];
  /** Milliseconds by stage. */
  readonly timings: Readonly<Record<string, number>>;
  /** The blocks as light Markdown with `[n]` markers; like the four below, made from the blocks. */
  readonly answer: string;
  /** Whether nothing was found. */
  readonly abstained: boolean;
  readonly shortAnswer: ShortAnswer | null;
  readonly sentences: readonly AnswerSentence[];
  readonly conflicts: readonly Conflict[];
}

/** A passage as it goes over the wire: no article body, which `GET /api/articles/:id` serves. */
export interface PassageView {
  readonly articleId: string;
  readonly title: string;
  readonly source: string;
  readonly publishedAt: string | null;
  readonly language: Language;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly score: number;
  readonly copies: readonly { readonly articleId: string; readonly source: string }[];
}

export function viewPassage(passage: Passage, language: Language): PassageView {
  const { article, chunk } = passage;
  return {
    articleId: article.id,
    title: article.title,
    source: article.outlet[language],
    publishedAt: article.publishedAt,
    language: article.language,
    start: chunk.start,
    end: chunk.end,
    text: chunk.text,
    score: passage.score,
    copies: passage.copies.map((copy) => ({ articleId: copy.id, source: copy.outlet[language] })),
  };
}
