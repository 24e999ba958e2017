import type { Article, Language } from './article.ts';
import type { Span } from './span.ts';
import type { QuantizedVector } from './vectors.ts';

/** A date, month, year or range in a text. */
export interface DateMention extends Span {
  /** As written: `26日`, `last week`. */
  readonly expression: string;
  /** First and last day it means, inclusive, `YYYY-MM-DD`; both null where nothing tells. */
  readonly from: string | null;
  readonly to: string | null;
  readonly granularity: DateGranularity;
  /** Whether its meaning depends on something outside the expression. */
  readonly relative: boolean;
  /** Whether no other reading is likely. */
  readonly certain: boolean;
  /** What its meaning was taken from; null where it has none. */
  readonly basis: DateBasis | null;
}

export type DateGranularity =
  | 'day'
  | 'week'
  | 'month'
  | 'quarter'
  | 'half-year'
  | 'year'
  | 'decade'
  | 'century'
  | 'range'
  | 'vague';

/** What a resolution rests on. */
export type DateBasis = 'written' | 'reference-date' | 'previous-date';

export type NumberKind =
  | 'cardinal'
  | 'ordinal'
  | 'percent'
  | 'percentage-points'
  | 'money'
  | 'fraction'
  | 'multiple';

/** What a number expression says. */
export interface NumberReading {
  readonly value: number;
  readonly kind: NumberKind;
  /** ISO 4217 code of money, `%`, the Chinese measure word (`名`), or null. */
  readonly unit: string | null;
}

/** A number in a text. Numbers are equal across scripts and forms when kind and value are. */
export interface NumberMention extends Span, NumberReading {
  /** As written, with its unit where that decides what it means: `3.5万`, `5.2%`, `12 个`. */
  readonly text: string;
}

export type NameKind = 'person' | 'place' | 'organization' | 'other';

/** A name as it stands in a text: `text.slice(start, end)`. */
export interface FoundName extends Span {
  readonly text: string;
  readonly kind: NameKind;
}

/** An English stem that a Chinese word may mean. */
export interface ConceptStem {
  readonly stem: string;
  /** From 0 to 1: one over the number of words of the gloss it comes from. */
  readonly weight: number;
}

/** Chinese characters that a segmenter has yet to cut, a word of letters, or digits. */
export type WordKind = 'han' | 'letters' | 'number';

/** What a sentence is to its article; only prose and headlines say what happened. */
export type SentenceRole =
  | 'prose'
  | 'headline'
  /** Who wrote it and where it was filed: `新华社青岛7月7日电`, `【… 记者 …】`. */
  | 'dateline'
  | 'list-item'
  /** Headings of a page, editors' credits, "read more" lines. */
  | 'furniture';

/** What a word of a sentence is, wherever it stands. */
export interface Word {
  /** Folded (width, case, Traditional → Simplified) and, in English, stemmed. */
  readonly normal: string;
  /** True for words that carry no content (的, 是, which). */
  readonly stop: boolean;
  readonly kind: WordKind;
  /** English stems of what it may mean, with weights from 0 to 1; none for a stop word. */
  readonly concepts: readonly ConceptStem[];
  /**
   * Its word vector, where an index has it ready; null where the word has none. Absent, whoever
   * compares meanings looks it up.
   */
  readonly vector?: QuantizedVector | null;
}

/** A word of a sentence in its place. */
export interface SentenceToken extends Span, Word {
  /** As written. */
  readonly text: string;
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
  /**
   * What the tokens are, in their order, without their places, where an index has them ready; the
   * same word is the same object in all its sentences. See `wordsOf`.
   */
  readonly words?: readonly Word[];
  /** All keys of the names, where an index has them ready. See `nameKeysOf`. */
  readonly nameKeys?: readonly string[];
}

/** What the tokens of a sentence are: of a stored one, without making its tokens. */
export function wordsOf(sentence: Sentence): readonly Word[] {
  return sentence.words ?? sentence.tokens;
}

/** The keys of a sentence's names: of a stored one, without making its names. */
export function nameKeysOf(sentence: Sentence): readonly string[] {
  return sentence.nameKeys ?? sentence.names.flatMap(({ keys }) => keys);
}

/** The layers of a sentence as an object of its own: those of a stored one are made when asked for. */
export function layersOf(sentence: Sentence): Sentence {
  const { index, start, end, text, language, role, tokens, dates, quantities, names } = sentence;
  const { quotations, negations, attribution } = sentence;
  return {
    index,
    start,
    end,
    text,
    language,
    role,
    tokens,
    dates,
    quantities,
    names,
    quotations,
    negations,
    attribution,
  };
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

/** The sentences of an article as they were read when it was indexed. */
export type SentencesOf = (article: Article) => readonly Sentence[];
