import { boundDistinct } from '../../core/array.ts';
import type { SentenceToken } from '../../core/sentence.ts';
import type { Span } from '../../core/span.ts';
import { keysOfEnglishName } from '../../language/names/name-keys.ts';
import type { AskedDate } from '../../question/asked-dates.ts';
import { coverOf } from '../../question/cover.ts';
import type { ReadQuestion } from '../../question/read-question.ts';
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
  /** How near it stands to the words that ask, from 0 to 1: 上市 in 什么时候上市. */
  readonly nearAsking: number;
}

/** A name of a question with the keys it has in both scripts. */
export interface AskedName extends Span {
  readonly text: string;
  /** Which of its words each key was made of, where they are several and nobody's name; null otherwise. */
  readonly wordsOfKeys: ReadonlyMap<string, readonly string[]> | null;
  readonly keys: ReadonlySet<string>;
}

/** A question as the reader looks for it. */
export interface AskedQuestion {
  readonly question: ReadQuestion;
  readonly words: readonly AskedWord[];
  readonly names: readonly AskedName[];
  /** Days, weeks, months and ranges it names. */
  readonly dates: readonly AskedDate[];
  /** Years it names, as four digits. */
  readonly years: readonly string[];
}

export interface QuestionReadingParts {
  readonly rarity: TermRarity;
  readonly askingWords: AskingWords;
}

const YEAR = /(?<!\d)((?:19|20)\d{2})(?!\d|[^\S\n]*[亿万元])/gu;
const NUMBER_WEIGHT = 0.8;
const NAME_WEIGHT = 0.9;
/** What a word counts that stands among the words that ask: the release of "release date". */
const ASKING_SCALE = 0.5;
const DAY: ReadonlySet<string> = new Set(['day', 'range', 'month', 'week']);

/** Weighs the words and names that a question asks about. */
export function readAskedQuestion(
  question: ReadQuestion,
  { rarity, askingWords }: QuestionReadingParts,
): AskedQuestion {
  const { text, language, content, names: found } = question;
  const names: AskedName[] = found.map(({ start, end, text: name, kind, keys }) => ({
    start,
    end,
    text: name,
    wordsOfKeys: kind === 'person' ? null : wordsByKey(name),
    keys: new Set(keys),
  }));
  const years = [...new Set(Array.from(text.matchAll(YEAR), (match) => match[1] ?? ''))];
  const isContent = new Set(content.map(({ start }) => start));
  const asks = coverOf(text, question.cues);
  const asking = question.sentences
    .flatMap(({ start, tokens }) =>
      tokens.map((token) => ({ ...token, start: token.start + start, end: token.end + start })),
    )
    .filter(({ start, end }) => asks.subarray(start, end).includes(1))
    .filter(({ start, stop, kind }) => !stop && kind !== 'number' && !isContent.has(start));
  const boundAsking = boundDistinct(asking, ({ normal }) => normal);
  const ordered = [...content, ...boundAsking].sort((a, b) => a.start - b.start);
  const words = ordered.flatMap((token, place): AskedWord[] => {
    if (years.includes(token.normal.replace(/年$/u, ''))) return [];
    const name = names.findIndex(({ start, end }) => start < token.end && token.start < end);
    const isNumber = token.kind === 'number';
    const telling = isNumber
      ? NUMBER_WEIGHT
      : Math.max(rarity(token.normal), name < 0 ? 0 : Math.min(NAME_WEIGHT, token.text.length / 3));
    const scale = isContent.has(token.start) ? 1 : ASKING_SCALE;
    const weight = scale * telling * (1 - askingWords.shareOf(token.normal, language));
    const nearAsking = nearnessToAsking(ordered, place, question.cues);
    return [{ token, weight, name, isNumber, nearAsking }];
  });
  const dates = question.dates.filter(({ granularity }) => DAY.has(granularity));
  return { question, words, names, dates, years };
}

/** The words of a name in Latin letters, in lower case, by the keys that each has. */
function wordsByKey(name: string): AskedName['wordsOfKeys'] {
  const words = name.match(/\p{Script=Latin}[\p{Script=Latin}\p{M}'’-]*/gu) ?? [];
  if (words.length < 2) return null;
  const byKey = new Map<string, string[]>();
  for (const word of words) {
    for (const key of keysOfEnglishName(word, 'other', () => false)) {
      byKey.set(key, [...(byKey.get(key) ?? []), word.toLowerCase()]);
    }
  }
  return byKey;
}

/** Words between a word and the ones that ask at which its nearness has halved. */
const HALF_WAY = 2;

function nearnessToAsking(
  words: readonly SentenceToken[],
  place: number,
  cues: readonly Span[],
): number {
  const [from, to] = [words[place]?.start ?? 0, words[place]?.end ?? 0];
  let near = 0;
  for (const { start, end } of cues) {
    const between = words.filter(
      (one) => (one.start >= end && one.end <= from) || (one.start >= to && one.end <= start),
    ).length;
    near = Math.max(near, 1 / (1 + between / HALF_WAY));
  }
  return near;
}
