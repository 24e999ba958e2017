import { boundDistinct } from '../core/array.ts';
import type { Language } from '../core/article.ts';
import type { Annotator, Quantity, Sentence, SentenceToken } from '../core/sentence.ts';
import type { Span } from '../core/span.ts';
import { detectLanguage } from '../language/characters/language.ts';
import { findQuotations, type Quotation } from '../language/discourse/quotations.ts';
import { type AskedDate, findAskedDates } from './asked-dates.ts';
import { type AskedName, findAskedNames } from './asked-names.ts';
import { type ComparedSide, findComparedSides } from './compared-sides.ts';
import {
  type CollectionVocabulary,
  type Correction,
  type CorrectionParts,
  correctWords,
} from './correct-words.ts';
import { coverOf } from './cover.ts';
import type { QuestionForm } from './question-form.ts';
import { readQuestionForm } from './read-form.ts';
import { splitParts } from './split-parts.ts';

/** A question, read once; search and answer go by it and by nothing else. */
export interface ReadQuestion extends QuestionForm {
  /** As it is read, with words put right; offsets of all readings count on it. */
  readonly text: string;
  /** As it stands in the question that it is a part of; the text itself otherwise. */
  readonly label: string;
  readonly language: Language;
  readonly corrections: readonly Correction[];
  readonly sentences: readonly Sentence[];
  /** Words of the matter, in order: neither stop words nor words that ask. */
  readonly content: readonly SentenceToken[];
  readonly names: readonly AskedName[];
  /** Numbers that belong to no date. */
  readonly numbers: readonly Quantity[];
  readonly quotations: readonly Quotation[];
  readonly dates: readonly AskedDate[];
  /** News of a time is asked for, rather than something that happened in it. */
  readonly asksForNews: boolean;
  /** The questions that it is made of; empty where it is one. */
  readonly parts: readonly ReadQuestion[];
  /** What is compared with what; null where the question compares nothing. */
  readonly sides: readonly [ComparedSide, ComparedSide] | null;
}

/**
 * Reads a question. The same question of the same day is read once.
 * @param today what 昨天 counts from, `YYYY-MM-DD`
 * @param vocabulary of the collection; absent leaves words as they are written
 */
export type QuestionReader = (
  text: string,
  today: string,
  vocabulary?: CollectionVocabulary,
) => ReadQuestion;

export interface QuestionReaderParts extends CorrectionParts {
  readonly annotator: Pick<Annotator, 'annotate'>;
  /** Half-width and Simplified, of the same length: what the rules of asking are written for. */
  readonly plain: (text: string) => string;
}

/** Asks for what was reported, rather than about something that happened. */
const ASKS_FOR_NEWS =
  /新闻(?!发布|发言|社|网|办)|报道|消息|动态|大事|头条|\b(?:news|reported|headlines|coverage)\b/iu;
const MAX_KEPT = 256;
/** A part with fewer words of its own takes those of the first part along. */
const WORDS_TO_STAND_ALONE = 3;

/** The one way in which questions are read. */
export function createQuestionReader(parts: QuestionReaderParts): QuestionReader {
  const kept = new Map<string, ReadQuestion>();
  const keep = (key: string, read: () => ReadQuestion): ReadQuestion => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    if (kept.size >= MAX_KEPT) kept.clear();
    const question = read();
    kept.set(key, question);
    return question;
  };
  // A part is searched and answered as a question of its own.
  const readWhole = (text: string, today: string, corrections: readonly Correction[]) =>
    keep(`${today}\n${text}`, () =>
      readText(text, corrections, (piece) =>
        keep(`${today}\npart\n${piece}`, () => readOne(piece, today, parts)),
      ),
    );
  return (asked, today, vocabulary) => {
    const text = parts.plain(asked);
    if (vocabulary === undefined) return readWhole(text, today, []);
    return keep(`${today}\n${vocabulary.generation}\n${text}`, () => {
      const language = detectLanguage(text);
      const { text: corrected, corrections } = correctWords(text, language, vocabulary, parts);
      return readWhole(corrected, today, corrections);
    });
  };
}

/** Reads a text by itself. */
type ReadOne = (text: string) => ReadQuestion;

function readText(text: string, corrections: readonly Correction[], read: ReadOne): ReadQuestion {
  const whole = read(text);
  return { ...whole, corrections, parts: readParts(whole, read) };
}

/** Words of a question that stand apart from its dates and from what asks. */
function readOne(text: string, today: string, { annotator }: QuestionReaderParts): ReadQuestion {
  const language = detectLanguage(text);
  const sentences = annotator.annotate({ text, language, reference: today });
  const tokens = sentences.flatMap(({ start, tokens: words }) =>
    words.map((word) => ({ ...word, start: word.start + start, end: word.end + start })),
  );
  const form = readQuestionForm(text, language, tokens);
  const allDates = findAskedDates(text, language, today);
  const taken = coverOf(text, [...form.cues, ...allDates]);
  const isTaken = ({ start, end }: Span) => taken.subarray(start, end).includes(1);
  const numbers = sentences.flatMap(({ start, quantities }) =>
    quantities
      .map((number) => ({ ...number, start: number.start + start, end: number.end + start }))
      .filter((number) => !isTaken(number)),
  );
  const names = boundDistinct(findAskedNames(text, language, sentences), (name) => name.text);
  const writtenAs = ({ start, end }: Span) => text.slice(start, end);
  return {
    ...form,
    ...personalForm(form, text, names),
    text,
    label: text,
    language,
    corrections: [],
    sentences,
    content: boundDistinct(
      tokens.filter((token) => !token.stop && !isTaken(token)),
      (token) => token.normal,
    ),
    names,
    numbers: boundDistinct(numbers, writtenAs),
    quotations: boundDistinct(findQuotations(text), writtenAs),
    dates: boundDistinct(allDates, writtenAs),
    asksForNews: form.request === 'day' || form.request === 'newest' || ASKS_FOR_NEWS.test(text),
    parts: [],
    sides:
      form.kind === 'compare' ||
      form.kind === 'yes-no' ||
      /各|分别|先后|\bboth\b|\beach\b/iu.test(text)
        ? (findComparedSides(text, language) ??
          findComparedSides(text, language === 'zh' ? 'en' : 'zh'))
        : null,
  };
}

/** What a person does is a post, and what a thing does is what it is for. */
function personalForm(
  { rule, expects }: QuestionForm,
  text: string,
  names: readonly AskedName[],
): Pick<QuestionForm, 'expects'> {
  const isOfPerson = names.at(-1)?.kind === 'person' && /[做干](?:什么|啥|嘛)的/u.test(text);
  return { expects: rule === 'definition' && isOfPerson ? 'role' : expects };
}

function readParts(whole: ReadQuestion, read: ReadOne): readonly ReadQuestion[] {
  if (whole.kind === 'summary' || whole.kind === 'timeline') return [];
  if (whole.kind === 'compare') return readSides(whole, read);
  const pieces = splitParts(whole.text, whole.language).map(({ text }) => read(text));
  const [first] = pieces;
  if (first === undefined) return [];
  const topic = first.content.map(({ text }) => text).join(whole.language === 'zh' ? '' : ' ');
  return pieces.map((piece, i) => {
    if (i === 0 || (piece.names.length > 0 && piece.content.length >= WORDS_TO_STAND_ALONE)) {
      return piece;
    }
    const text = whole.language === 'zh' ? `${topic}，${piece.text}` : `${piece.text} (${topic})`;
    return { ...read(text), label: piece.text };
  });
}

/** Each side with what is asked of both; a comparison that asks nothing else of them is one search. */
function readSides(
  { content, sides, language, cues, text }: ReadQuestion,
  read: ReadOne,
): readonly ReadQuestion[] {
  if (sides === null) return [];
  const shared = content
    .filter(({ start, end }) => !sides.some((side) => start < side.end && side.start < end))
    .map((word) => word.text);
  const asksForCommon = cues.some(({ start, end }) =>
    /common|共同|相同|相似/iu.test(text.slice(start, end)),
  );
  if (asksForCommon) return [];
  const ask = askOfSide(text, language, shared);
  return sides.map((side) => ({ ...read(ask(side.text)), label: side.text }));
}

/** Which of two things came first. */
const COMES_FIRST: Readonly<Record<Language, RegExp>> = {
  zh: /(?:谁|哪[个场次边家])(?:更|比较)?[先后早晚]|[先后早晚]还是/u,
  en: /\b(?:first|earlier|later)\b/iu,
};

/** What is asked of a side by itself: when it was, what else is asked of both, or else what it is. */
function askOfSide(text: string, language: Language, shared: readonly string[]) {
  const bare = (side: string) => side.replace(/^(?:the|an?) /iu, '');
  if (COMES_FIRST[language].test(text)) {
    return language === 'zh'
      ? (side: string) => `${side}是什么时候`
      : (side: string) => `When was the ${bare(side)}?`;
  }
  if (shared.length > 0) {
    return (side: string) => [side, ...shared].join(language === 'zh' ? '' : ' ');
  }
  return language === 'zh'
    ? (side: string) => `什么是${side}`
    : (side: string) => `What is ${bare(side)}?`;
}
