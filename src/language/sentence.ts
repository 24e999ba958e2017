import type { Language } from '../core/article.ts';
import type { Span } from './characters/span.ts';
import type { DateMention } from './dates/dates.ts';
import type { ConceptStem } from './dictionary/lexicon.ts';
import type { NameKind } from './names/names.ts';
import type { NumberMention } from './numbers/numbers.ts';
import type { WordKind } from './segment/scan-words.ts';

/** What a sentence is to its article; only prose and headlines say what happened. */
export type SentenceRole =
  | 'prose'
  | 'headline'
  /** Who wrote it and where it was filed: `新华社青岛7月7日电`, `【… 记者 …】`. */
  | 'dateline'
  | 'list-item'
  /** Headings of a page, editors' credits, "read more" lines. */
  | 'furniture';

/** A word of a sentence. */
export interface SentenceToken extends Span {
  /** As written. */
  readonly text: string;
  /** Folded (width, case, Traditional → Simplified) and, in English, stemmed. */
  readonly normal: string;
  /** True for words that carry no content (的, 是, which). */
  readonly stop: boolean;
  readonly kind: WordKind;
  /** English stems of what it may mean, with weights from 0 to 1; none for a stop word. */
  readonly concepts: readonly ConceptStem[];
}

/** A number with what it counts; numbers that belong to a date are none. */
export interface Quantity extends NumberMention {
  /** Normal form of the noun it counts (30名`学生`, 12 `projects`), or null. */
  readonly head: string | null;
  /** Whether a word beside it makes it inexact: 约, 多, "about", "more than". */
  readonly approximate: boolean;
}

/** A name with what it is known by in both scripts. */
export interface SentenceName extends Span {
  readonly text: string;
  readonly kind: NameKind;
  /** Keys shared by the same name in both scripts; see `NameAnalyzer.nameKeys`. */
  readonly keys: readonly string[];
  /** The same for all mentions of one bearer in the article: the place of the first, from 0. */
  readonly bearer: number;
}

/** A word that denies, and what it denies. */
export interface Negation extends Span {
  /** 不 and "not", as against 拒绝 and "refuse". */
  readonly hard: boolean;
  readonly scope: Span;
}

/** Who says what a sentence holds. */
export interface Attribution {
  /** The speaker's words, or null where only a pronoun or nobody is named. */
  readonly speaker: Span | null;
  readonly verb: Span;
  readonly content: Span;
}

/**
 * A sentence as it was read once, in the context of its whole article. `start` and `end` are UTF-16
 * offsets on the body; spans of its layers count from the start of the sentence, so that
 * `text.slice(token.start, token.end) === token.text`.
 */
export interface Sentence extends Span {
  /** Place among the sentences of its article, from 0. */
  readonly index: number;
  readonly text: string;
  /** Language of the article or question it stands in. */
  readonly language: Language;
  readonly role: SentenceRole;
  readonly tokens: readonly SentenceToken[];
  /** Resolved with the sentences before it and the publication date. */
  readonly dates: readonly DateMention[];
  readonly quantities: readonly Quantity[];
  readonly names: readonly SentenceName[];
  /** Stretches inside quotation marks, marks included. */
  readonly quotations: readonly Span[];
  readonly negations: readonly Negation[];
  readonly attribution: Attribution | null;
}

/** A text to annotate: an article's body, a question, a sentence that a model wrote. */
export interface AnnotatedText {
  readonly text: string;
  readonly language: Language;
  /** What relative dates count from (`YYYY-MM-DD` or with a time), or null. */
  readonly reference: string | null;
  /** The article's title, which its body may repeat; absent for a question. */
  readonly title?: string | undefined;
}

/** Reads texts of both languages. Pure once built. */
export interface Annotator {
  /** Changes whenever an annotation could; part of an index's fingerprint. */
  readonly fingerprint: string;
  annotate(source: AnnotatedText): readonly Sentence[];
}
