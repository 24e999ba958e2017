import type { Language } from '../../core/article.ts';
import type { DateMention } from '../../core/sentence.ts';
import type { Span } from '../../core/span.ts';
import { foldText } from '../../language/characters/fold.ts';
import { findDates } from '../../language/dates/dates.ts';
import type { Token } from '../../language/terms/text-analyzer.ts';
import type { QuestionForm } from '../../question/question-form.ts';
import type { TermRarity } from '../term-rarity.ts';
import { type TextReaders, withVariants } from './text-view.ts';

export type SoughtRole = 'word' | 'number' | 'name' | 'title' | 'date';

/** Something a question speaks of, to be looked for in the articles. */
export interface SoughtTerm extends Span {
  /** As it stands in the question. */
  readonly text: string;
  readonly folded: string;
  readonly normal: string;
  /** A `title` is a quoted title or phrase, looked for as a whole. */
  readonly role: SoughtRole;
  /** What finding it counts; the weights of a question's terms add up to 1. */
  readonly weight: number;
  readonly language: Language;
  /** English stems it may mean, for evidence in the other language and for synonyms. */
  readonly concepts: ReadonlyMap<string, number>;
  /** Keys of the name it is, or is part of; empty for other words. */
  readonly nameKeys: ReadonlySet<string>;
  readonly date: DateMention | null;
  /** Short forms that the term and the word beside it may have together: 印媒 of 印度媒体. */
  readonly shortForms: readonly string[];
}

const QUOTED = /《([^》]{1,60})》|“([^”]{2,60})”|「([^」]{2,60})」|"([^"]{2,60})"/gu;
const YEAR = /(?<!\d)((?:19|20)\d{2})(?!\d|[^\S\n]*[亿万元])/gu;
const NUMBER = /^\d/u;
const HAN_WORD = /^\p{Script=Han}{2,}$/u;
const ENGLISH_NAME = /^[A-Za-z]/u;

/** What a question of ordinary length never has more of; each is held against every sentence. */
const MOST_TERMS = 64;

/** Weights beside a single rare word, whose weight is 1. */
const WEIGHT = { title: 1.6, number: 0.8, date: 1, name: 1, nameWord: 0.4 } as const;
/** What asking for a thing adds to its weight: 什么停火协议 is about nothing else. */
const ASKED_FOR = 2;

/** No question is about more years one by one; each is looked for in every sentence. */
const MOST_YEARS = 16;

/** Years that a question names; they bind the answer instead of describing it. */
export function soughtYears(question: string): readonly string[] {
  const years = new Set(Array.from(question.matchAll(YEAR), (match) => match[1] ?? ''));
  return [...years].slice(0, MOST_YEARS);
}

/**
 * Terms of a question with their weights: content words, names, numbers, days and quoted titles,
 * without the words that ask and without years. Of a question with more than {@link MOST_TERMS} the
 * first names and dates and the rarest words are sought, each word once.
 * @param today what relative dates of the question count from, `YYYY-MM-DD`
 */
export function readSoughtTerms(
  question: string,
  form: QuestionForm,
  language: Language,
  readers: TextReaders,
  rarity: TermRarity,
  today: string | null,
): readonly SoughtTerm[] {
  const { analyzer, names } = readers;
  const taken = new TakenText(question);
  for (const cue of form.cues) taken.take(cue);
  const terms: SoughtTerm[] = [];
  const nameSpans = names.findNames(question, language);
  const named = new TakenText(question);
  for (const name of nameSpans) named.take(name);
  const take = (
    span: Span,
    normal: string,
    role: SoughtRole,
    weight: number,
    date: DateMention | null = null,
  ) => {
    if (terms.length >= MOST_TERMS) return;
    const text = question.slice(span.start, span.end);
    const isNamed = role === 'name' || named.overlaps(span);
    terms.push({
      start: span.start,
      end: span.end,
      text,
      folded: foldText(text),
      normal,
      role,
      weight,
      language,
      concepts:
        role === 'title' || role === 'date'
          ? new Map()
          : withVariants(analyzer.analyzeText(text, language).concepts),
      nameKeys: isNamed ? new Set(names.nameKeys(text, language).keys()) : new Set(),
      date,
      shortForms: [],
    });
    taken.take(span);
  };

  for (const match of question.matchAll(QUOTED)) {
    const inner = match.slice(1).find((group) => group !== undefined) ?? '';
    const span = { start: match.index + 1, end: match.index + 1 + inner.length };
    if (!taken.overlaps(span)) take(span, foldText(inner), 'title', WEIGHT.title);
  }
  for (const mention of findDates(question, { language, reference: today })) {
    const isDay = mention.granularity === 'day' || mention.granularity === 'range';
    const isMonth = mention.granularity === 'month';
    if ((isDay || isMonth) && mention.from !== null && !taken.overlaps(mention)) {
      take(mention, mention.expression, 'date', WEIGHT.date, mention);
    }
  }
  for (const match of question.matchAll(YEAR)) {
    const end = match.index + match[0].length;
    taken.take({ start: match.index, end: question[end] === '年' ? end + 1 : end });
  }
  for (const name of nameSpans) {
    const isPhrase = ENGLISH_NAME.test(name.text) && /\s/u.test(name.text);
    if (!isPhrase || taken.overlaps(name)) continue;
    const words = name.text.split(/\s+/u).length;
    const scale = isRemarkedOn(name, form, question) ? ASKED_FOR : 1;
    take(name, foldText(name.text), 'name', scale * (WEIGHT.name + WEIGHT.nameWord * (words - 1)));
  }
  const words = analyzer.tokens(question).filter(({ stop }) => !stop);
  const free = words.filter((token) => !taken.overlaps(token));
  for (const token of mostTelling(free, MOST_TERMS - terms.length, rarity)) {
    const isNumber = NUMBER.test(token.normal);
    take(
      token,
      token.normal,
      isNumber ? 'number' : 'word',
      (isNumber ? WEIGHT.number : rarity(token.normal)) *
        (isAskedFor(token, form, question) || isRemarkedOn(token, form, question) ? ASKED_FOR : 1),
    );
  }
  const total = terms.reduce((sum, term) => sum + term.weight, 0) || 1;
  const ordered = terms.sort((a, b) => a.start - b.start);
  return ordered.map((term, i) => ({
    ...term,
    weight: term.weight / total,
    shortForms: [...shortFormsOf(ordered[i - 1], term), ...shortFormsOf(term, ordered[i + 1])],
  }));
}

/** 印媒 and 印体 of 印度 and 媒体, which stand side by side; none for other words. */
function shortFormsOf(first: SoughtTerm | undefined, second: SoughtTerm | undefined): string[] {
  if (first === undefined || second === undefined || first.end !== second.start) return [];
  if (!HAN_WORD.test(first.normal) || !HAN_WORD.test(second.normal)) return [];
  const head = first.normal.charAt(0);
  return [head + second.normal.charAt(0), head + second.normal.charAt(second.normal.length - 1)];
}

/** Whether a word stands right behind 什么 or "which" and names no mere kind of place or person. */
function isAskedFor(token: Span, form: QuestionForm, question: string): boolean {
  if (form.expects === 'place' || form.expects === 'person') return false;
  const [cue] = form.cues;
  if (cue === undefined || form.focus === null) return false;
  return question.slice(cue.end, token.start).trim() === '' && token.start >= cue.end;
}

/** Whether a word is what a remark is to be about: NATO in "say about NATO", 对北约说了什么. */
function isRemarkedOn(token: Span, form: QuestionForm, question: string): boolean {
  const [first] = form.cues;
  const last = form.cues.at(-1);
  if (form.expects !== 'remark' || first === undefined || last === undefined) return false;
  if (token.start >= last.end) return true;
  return token.end <= first.start && /对|关于|就/u.test(question.slice(0, token.start));
}

/** Words, or where they are more than `most` each once and the rarest of them, in their order. */
function mostTelling(words: readonly Token[], most: number, rarity: TermRarity): readonly Token[] {
  if (words.length <= most) return words;
  const byNormal = new Map<string, Token>();
  for (const word of words) if (!byNormal.has(word.normal)) byNormal.set(word.normal, word);
  return Array.from(byNormal.values(), (word) => ({ word, rarity: rarity(word.normal) }))
    .sort((a, b) => b.rarity - a.rarity)
    .slice(0, most)
    .map(({ word }) => word)
    .sort((a, b) => a.start - b.start);
}

/** Which characters of a text are spoken for, so that a span is asked about in its own length. */
class TakenText {
  readonly #taken: Uint8Array;

  constructor(text: string) {
    this.#taken = new Uint8Array(text.length);
  }

  take({ start, end }: Span): void {
    this.#taken.fill(1, start, end);
  }

  overlaps({ start, end }: Span): boolean {
    return this.#taken.subarray(start, end).includes(1);
  }
}
