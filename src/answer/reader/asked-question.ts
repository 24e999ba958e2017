import type { Language } from '../../core/article.ts';
import type { Annotator, DateMention, SentenceName, SentenceToken } from '../../core/sentence.ts';
import type { Span } from '../../core/span.ts';
import type { Lexicon } from '../../language/dictionary/lexicon.ts';
import type { NameAnalyzer } from '../../language/names/names.ts';
import type { QuestionForm } from '../../question/question-form.ts';
import type { TermRarity } from '../term-rarity.ts';
import type { AskingWords } from './asking-words.ts';

/** A content word of a question, to be aligned with words of the articles. */
export interface AskedWord {
  readonly token: SentenceToken;
  /** How telling it is by itself, and how seldom it is a word of asking, from 0 to 1. */
  readonly weight: number;
  /** Place in `names` of the name that it is part of, or -1. */
  readonly name: number;
  readonly isNumber: boolean;
}

/** A name of a question with the keys it has in both scripts. */
export interface AskedName extends Span {
  readonly text: string;
  readonly keys: ReadonlySet<string>;
}

/** A question as the reader looks for it. */
export interface AskedQuestion {
  readonly text: string;
  readonly language: Language;
  readonly form: QuestionForm;
  readonly words: readonly AskedWord[];
  readonly names: readonly AskedName[];
  /** Days, months and ranges it names. */
  readonly dates: readonly DateMention[];
  /** Years it names, as four digits. */
  readonly years: readonly string[];
}

export interface QuestionReadingParts {
  readonly annotator: Annotator;
  readonly names: NameAnalyzer;
  readonly lexicon: Lexicon;
  readonly rarity: TermRarity;
  readonly askingWords: AskingWords;
}

const YEAR = /(?<!\d)((?:19|20)\d{2})(?!\d|[^\S\n]*[亿万元])/gu;
const NUMBER_WEIGHT = 0.8;
const NAME_WEIGHT = 0.9;
const DAY: ReadonlySet<string> = new Set(['day', 'range', 'month', 'week']);

/**
 * Reads the words, names and dates that a question asks about.
 * @param today what its relative dates count from, `YYYY-MM-DD`
 */
export function readAskedQuestion(
  text: string,
  language: Language,
  form: QuestionForm,
  today: string | null,
  { annotator, names: analyzer, lexicon, rarity, askingWords }: QuestionReadingParts,
): AskedQuestion {
  const sentences = annotator.annotate({ text, language, reference: today });
  const move = <Part extends Span>(part: Part, by: number): Part => ({
    ...part,
    start: part.start + by,
    end: part.end + by,
  });
  const tokens = sentences.flatMap(({ start, tokens: own }) => own.map((one) => move(one, start)));
  const dates = sentences.flatMap(({ start, dates: own }) => own.map((one) => move(one, start)));
  const found = sentences.flatMap(({ start, names: own }) => own.map((one) => move(one, start)));
  const names: AskedName[] = [
    ...found.map(asAskedName),
    ...uncapitalizedNames(text, tokens, found, analyzer, lexicon),
  ];
  const years = [...new Set(Array.from(text.matchAll(YEAR), (match) => match[1] ?? ''))];
  const isInDate = (token: Span) =>
    dates.some(({ start, end, granularity }) => {
      return DAY.has(granularity) && start <= token.start && token.end <= end;
    });
  const words = tokens.flatMap((token): AskedWord[] => {
    if (token.stop || isInDate(token)) return [];
    if (years.includes(token.normal.replace(/年$/u, ''))) return [];
    const name = names.findIndex(({ start, end }) => start < token.end && token.start < end);
    const isNumber = token.kind === 'number';
    const telling = isNumber
      ? NUMBER_WEIGHT
      : Math.max(rarity(token.normal), name < 0 ? 0 : Math.min(NAME_WEIGHT, token.text.length / 3));
    const weight = telling * (1 - askingWords.shareOf(token.normal, language));
    return [{ token, weight, name, isNumber }];
  });
  return {
    text,
    language,
    form,
    words,
    names,
    dates: dates.filter(({ granularity }) => DAY.has(granularity)),
    years,
  };
}

function asAskedName({ start, end, text, keys }: SentenceName): AskedName {
  return { start, end, text, keys: new Set(keys) };
}

/** Rare English words in lower case, each run of them read as if it were capitalised: `dong jun`. */
function uncapitalizedNames(
  text: string,
  tokens: readonly SentenceToken[],
  found: readonly Span[],
  analyzer: NameAnalyzer,
  lexicon: Lexicon,
): AskedName[] {
  const runs: { start: number; end: number }[] = [];
  for (const token of tokens) {
    const isRare =
      token.kind === 'letters' &&
      /^[a-z]{2,}$/u.test(token.text) &&
      !token.stop &&
      !lexicon.isCommonEnglish(token.text) &&
      !found.some(({ start, end }) => start < token.end && token.start < end);
    if (!isRare) continue;
    const last = runs.at(-1);
    if (last !== undefined && /^[\s-]?$/u.test(text.slice(last.end, token.start))) {
      last.end = token.end;
    } else runs.push({ start: token.start, end: token.end });
  }
  return runs.map(({ start, end }) => {
    const capitalized = text
      .slice(start, end)
      .replace(/(?<![a-z])[a-z]/gu, (letter) => letter.toUpperCase());
    const name = { start: 0, end: capitalized.length, text: capitalized, kind: 'other' } as const;
    return { start, end, text: text.slice(start, end), keys: new Set(analyzer.keysOf(name)) };
  });
}
