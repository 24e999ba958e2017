import type { Language } from '../../core/article.ts';
import { memoize } from '../../core/memoize.ts';
import {
  nameKeysOf,
  type Sentence,
  type SentenceToken,
  type Word,
  wordsOf,
} from '../../core/sentence.ts';
import { foldText } from '../../language/characters/fold.ts';
import { hasHan } from '../../language/characters/scripts.ts';
import type { Lexicon } from '../../language/dictionary/lexicon.ts';
import { type AlignWord, isSubsequence, type WordAlignment } from './align-words.ts';
import type { AskedQuestion, AskedWord } from './asked-question.ts';

/** What of a question a sentence speaks of. All lists are in the order of `asked.words`. */
export interface SentenceMatch {
  readonly sentence: Sentence;
  /** How surely it speaks of each word, from 0 to 1. */
  readonly strengths: Float32Array;
  /** The same by the words' form and names alone. */
  readonly byForm: Float32Array;
  readonly byMeaning: Float32Array;
  /** Place among the words that carry content of the one that agrees best, or -1. */
  readonly places: Int16Array;
  /** How surely it names each of `asked.names`. */
  readonly names: Float32Array;
  /** How many words carry content. */
  readonly length: number;
  /** Share of them that agrees with a word of the question. */
  readonly density: number;
  /** The word that carries content at a place. */
  readonly tokenAt: (place: number) => SentenceToken | undefined;
}

/** How far characters of an abbreviation may be drawn apart: 上合组织 in 上海合作组织. */
const ABBREVIATION_SLACK = 3;
const ABBREVIATION = 0.8;
const NAME_BY = { pinyin: 0.95, region: 0.95, sound: 0.85, gloss: 0.95 } as const;
const MAX_NAMES_KEPT = 2000;
/** Weight from which a stem is by itself what the dictionary calls a name: SCO, not Shanghai. */
const CALLED = 0.9;
/** From here on a word counts as found. */
export const FOUND = 0.5;

/** Makes what matches the sentences of one question. */
export function createSentenceMatcher(
  asked: AskedQuestion,
  align: AlignWord,
  conceptStems: Lexicon['conceptStems'],
): (sentence: Sentence) => SentenceMatch {
  const callsOf = memoize(
    (name): readonly string[] =>
      hasHan(name)
        ? conceptStems(name).flatMap(({ stem, weight }) => (weight >= CALLED ? [stem] : []))
        : [],
    MAX_NAMES_KEPT,
  );
  const n = asked.words.length;
  const characters = createCharacterSets(asked.words.map(({ token }) => token));
  const readWord = createWordReader(align, characters.setOf);
  const wordsOfNames = asked.names.map((_, j) =>
    asked.words.flatMap(({ name }, i) => (name === j ? [i] : [])),
  );

  return (sentence) => {
    const words = wordsOf(sentence);
    const read = readWord[sentence.language];
    const strengths = new Float32Array(n);
    const byForm = new Float32Array(n);
    const byMeaning = new Float32Array(n);
    const places = new Int16Array(n).fill(-1);
    let held = 0;
    let place = 0;
    let agreeing = 0;
    for (const word of words) {
      if (word.stop) {
        held |= characters.setOf(word.normal);
        continue;
      }
      const { alignment, characters: own } = read(word);
      held |= own;
      if (alignment !== null) {
        let best = 0;
        for (let i = 0; i < n; i++) {
          const strength = alignment.strength[i] as number;
          if (strength > (strengths[i] as number)) {
            strengths[i] = strength;
            places[i] = place;
          }
          if (strength > best) best = strength;
          raiseAt(byForm, i, alignment.byForm[i] as number);
          raiseAt(byMeaning, i, alignment.byMeaning[i] as number);
        }
        if (best >= FOUND) agreeing++;
      }
      place++;
    }
    const raise = (i: number, strength: number, placeOf: () => number) => {
      raiseAt(byForm, i, strength);
      if (strength <= (strengths[i] as number)) return;
      strengths[i] = strength;
      places[i] = placeOf();
    };
    let flow: string | null = null;
    for (let i = 0; i < n; i++) {
      const { token } = asked.words[i] as AskedWord;
      if (token.kind !== 'han' || token.normal.length < 2 || (strengths[i] as number) >= 1)
        continue;
      if (!characters.areHeld(i, held)) continue;
      flow ??= flowOf(sentence.tokens);
      const placeOf = () => placeIn(words, token.normal);
      if (flow.includes(token.normal)) raise(i, 1, placeOf);
      else if (token.normal.length >= 3 && isSpreadOut(token.normal, flow)) {
        raise(i, ABBREVIATION, placeOf);
      }
    }
    const content = onlyOnce(() => sentence.tokens.filter(({ stop }) => !stop));
    const names = matchNames(sentence, asked, callsOf);
    for (let i = 0; i < n; i++) {
      const { name, token } = asked.words[i] as AskedWord;
      const found = name < 0 ? 0 : (names.strengths[name] as number);
      if (found === 0 || isLeftOut(token.text, names.partial[name])) continue;
      raise(i, found, () => content().findIndex(({ end }) => end > (names.at[name] as number)));
    }
    for (const [j, own] of wordsOfNames.entries()) {
      const least = Math.min(...own.map((i) => strengths[i] as number));
      if (own.length === 0) continue;
      if (names.partial[j] !== undefined) names.strengths[j] = least;
      else raiseAt(names.strengths, j, least);
    }
    return {
      sentence,
      strengths,
      byForm,
      byMeaning,
      places,
      names: names.strengths,
      length: place,
      density: place === 0 ? 0 : agreeing / place,
      tokenAt: (at) => (at < 0 ? undefined : content()[at]),
    };
  };
}

function raiseAt(values: Float32Array, i: number, value: number): void {
  if (value > (values[i] as number)) values[i] = value;
}

function onlyOnce<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** What is made of a word of the articles once a question. */
interface ReadWord {
  readonly alignment: WordAlignment | null;
  /** Which of the question's characters it holds. */
  readonly characters: number;
}

/** Reads each word that carries content once: one of an index is one object wherever it stands. */
function createWordReader(align: AlignWord, charactersOf: (text: string) => number) {
  const of = (language: Language) => {
    const known = new Map<Word | string, ReadWord>();
    return (word: Word): ReadWord => {
      const key = word.vector === undefined ? word.normal : word;
      const before = known.get(key);
      if (before !== undefined) return before;
      const read = { alignment: align(word, language), characters: charactersOf(word.normal) };
      known.set(key, read);
      return read;
    };
  };
  return { zh: of('zh'), en: of('en') };
}

/** Bits of a number that a set of characters is kept in. */
const SET_BITS = 31;

/**
 * Sets of characters as the bits of a number, some sharing one: tells quickly that a sentence lacks
 * a character of a word.
 */
function createCharacterSets(asked: readonly SentenceToken[]) {
  const bits = new Map<number, number>();
  for (const { kind, normal } of asked) {
    if (kind !== 'han') continue;
    for (let at = 0; at < normal.length; at++) {
      const code = normal.charCodeAt(at);
      if (!bits.has(code)) bits.set(code, 1 << (bits.size % SET_BITS));
    }
  }
  const setOf = (text: string) => {
    let set = 0;
    for (let at = 0; at < text.length; at++) set |= bits.get(text.charCodeAt(at)) ?? 0;
    return set;
  };
  const needed = asked.map(({ normal }) => setOf(normal));
  return {
    /** Which of the question's characters a text holds. */
    setOf,
    /** Whether all characters of a word of the question may be in a set. */
    areHeld: (i: number, set: number) => ((needed[i] as number) & set) === needed[i],
  };
}

/** Whether the key found is of other words of the name. */
function isLeftOut(text: string, ofKey: readonly string[] | undefined): boolean {
  return ofKey !== undefined && !ofKey.some((word) => word.includes(text.toLowerCase()));
}

/**
 * Names are the same across languages by their keys; within one, sounds alone prove nothing. `partial` has
 * the words that the key of a name stands for where it is not all of them: 上海 is no "Shanghai Book Fair".
 */
function matchNames(
  sentence: Sentence,
  asked: AskedQuestion,
  callsOf: (name: string) => readonly string[],
) {
  const strengths = new Float32Array(asked.names.length);
  const at = new Int16Array(asked.names.length);
  const partial: (readonly string[] | undefined)[] = [];
  const across = sentence.language !== asked.question.language;
  const keys = nameKeysOf(sentence);
  const mayAgree = asked.names.some((one) => keys.some((key) => one.keys.has(key)));
  if (!mayAgree && !(across && asked.names.length > 0)) return { strengths, at, partial };
  const find = (j: number, strength: number, place: number, words?: readonly string[]) => {
    const isWhole = words === undefined && partial[j] !== undefined;
    if (strength <= (strengths[j] ?? 0) && !isWhole) return;
    strengths[j] = strength;
    at[j] = place;
    partial[j] = words;
  };
  for (const [j, { keys, text, wordsOfKeys }] of asked.names.entries()) {
    if (across) {
      const calls = callsOf(text);
      const isCalled = ({ normal }: Word) => calls.includes(normal);
      if (calls.length > 0 && wordsOf(sentence).some(isCalled)) {
        find(j, NAME_BY.gloss, sentence.tokens.find(isCalled)?.start ?? 0);
      }
    }
    const folded = foldText(text);
    for (const name of sentence.names) {
      if (across && callsOf(name.text).includes(folded)) find(j, NAME_BY.gloss, name.start);
      for (const key of name.keys) {
        if (!keys.has(key)) continue;
        const kind = key.slice(0, key.indexOf(':')) as keyof typeof NAME_BY;
        if (kind === 'sound' && !across) continue;
        find(j, NAME_BY[kind] ?? 0, name.start, wordsOfKeys?.get(key));
      }
    }
  }
  return { strengths, at, partial };
}

/** Words in their normal form; those that stand side by side in Chinese are joined. */
function flowOf(tokens: readonly SentenceToken[]): string {
  let flow = '';
  let end = -1;
  for (const token of tokens) {
    flow += token.start === end && token.kind === 'han' ? token.normal : ` ${token.normal}`;
    end = token.end;
  }
  return flow;
}

/** Place among the words that carry content of the first that holds a word or is part of it. */
function placeIn(words: readonly Word[], sought: string): number {
  return words
    .filter(({ stop }) => !stop)
    .findIndex(({ normal }) => sought.includes(normal) || normal.includes(sought));
}

function isSpreadOut(term: string, text: string): boolean {
  const first = term.charAt(0);
  for (let start = text.indexOf(first); start !== -1; start = text.indexOf(first, start + 1)) {
    const window = text.slice(start, start + term.length + ABBREVIATION_SLACK);
    if (!window.trimEnd().includes(' ') && isSubsequence(term, window)) return true;
  }
  return false;
}
