import { memoize } from '../../core/memoize.ts';
import type { Sentence, SentenceToken } from '../../core/sentence.ts';
import { foldText } from '../../language/characters/fold.ts';
import { hasHan } from '../../language/characters/scripts.ts';
import type { Lexicon } from '../../language/dictionary/lexicon.ts';
import { type AlignWord, isSubsequence } from './align-words.ts';
import type { AskedQuestion } from './asked-question.ts';

/** What of a question a sentence speaks of. All lists are in the order of `asked.words`. */
export interface SentenceMatch {
  readonly sentence: Sentence;
  /** How surely it speaks of each word, from 0 to 1. */
  readonly strengths: Float32Array;
  /** The same by the words' form and names alone. */
  readonly byForm: Float32Array;
  readonly byMeaning: Float32Array;
  readonly byUse: Float32Array;
  /** Place among `content` of the word that agrees best, or -1. */
  readonly places: Int16Array;
  /** How surely it names each of `asked.names`. */
  readonly names: Float32Array;
  /** Tokens that carry content, in order. */
  readonly content: readonly SentenceToken[];
  /** Share of `content` that agrees with a word of the question. */
  readonly density: number;
  /** Share of the question's pairs of characters (Chinese) or words that it holds. */
  readonly pairs: number;
}

/** How far characters of an abbreviation may be drawn apart: 上合组织 in 上海合作组织. */
const ABBREVIATION_SLACK = 3;
const ABBREVIATION = 0.8;
const MAX_NAMES_KEPT = 2000;
const NAME_BY = { pinyin: 0.95, region: 0.95, sound: 0.85, gloss: 0.95 } as const;
/** Weight from which a stem is by itself what the dictionary calls a name: SCO, not Shanghai. */
const CALLED = 0.9;
/** From here on a word counts as found. */
export const FOUND = 0.5;

/** Makes what matches the sentences of one question, each once. */
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
  const matches = new WeakMap<Sentence, SentenceMatch>();
  const askedPairs = pairsOf(asked.words.map(({ token }) => token));
  return (sentence) => {
    const known = matches.get(sentence);
    if (known !== undefined) return known;
    const match = matchSentence(sentence, asked, align, askedPairs, callsOf);
    matches.set(sentence, match);
    return match;
  };
}

function matchSentence(
  sentence: Sentence,
  asked: AskedQuestion,
  align: AlignWord,
  askedPairs: ReadonlySet<string>,
  callsOf: (name: string) => readonly string[],
): SentenceMatch {
  const n = asked.words.length;
  const [strengths, byForm, byMeaning, byUse] = Array.from(
    { length: 4 },
    () => new Float32Array(n),
  ) as [Float32Array, Float32Array, Float32Array, Float32Array];
  const places = new Int16Array(n).fill(-1);
  const content = sentence.tokens.filter(({ stop }) => !stop);
  let agreeing = 0;
  for (const [place, token] of content.entries()) {
    const alignment = align(token, sentence.language);
    if (alignment === null) continue;
    let best = 0;
    for (let i = 0; i < n; i++) {
      const strength = alignment.strength[i] ?? 0;
      if (strength > (strengths[i] ?? 0)) {
        strengths[i] = strength;
        places[i] = place;
      }
      if (strength > best) best = strength;
      byForm[i] = Math.max(byForm[i] ?? 0, alignment.byForm[i] ?? 0);
      byMeaning[i] = Math.max(byMeaning[i] ?? 0, alignment.byMeaning[i] ?? 0);
      byUse[i] = Math.max(byUse[i] ?? 0, alignment.byUse[i] ?? 0);
    }
    if (best >= FOUND) agreeing++;
  }
  const raise = (i: number, strength: number, place: number) => {
    byForm[i] = Math.max(byForm[i] ?? 0, strength);
    if (strength <= (strengths[i] ?? 0)) return;
    strengths[i] = strength;
    places[i] = place;
  };
  const flow = flowOf(sentence.tokens);
  for (const [i, { token }] of asked.words.entries()) {
    if (token.kind !== 'han' || token.normal.length < 2 || (strengths[i] ?? 0) >= 1) continue;
    if (flow.includes(token.normal)) raise(i, 1, placeIn(content, token.normal));
    else if (token.normal.length >= 3 && isSpreadOut(token.normal, flow)) {
      raise(i, ABBREVIATION, placeIn(content, token.normal));
    }
  }
  const names = matchNames(sentence, asked, callsOf);
  for (const [i, { name }] of asked.words.entries()) {
    if (name < 0) continue;
    const found = names.strengths[name] ?? 0;
    if (found > 0)
      raise(
        i,
        found,
        content.findIndex(({ end }) => end > (names.at[name] ?? 0)),
      );
  }
  for (const [j] of asked.names.entries()) {
    const own = asked.words.flatMap(({ name }, i) => (name === j ? [strengths[i] ?? 0] : []));
    if (own.length > 0) {
      names.strengths[j] = Math.max(names.strengths[j] ?? 0, Math.min(...own));
    }
  }
  return {
    sentence,
    strengths,
    byForm,
    byMeaning,
    byUse,
    places,
    names: names.strengths,
    content,
    density: content.length === 0 ? 0 : agreeing / content.length,
    pairs: sharedPairs(askedPairs, sentence.tokens),
  };
}

/** Names are the same across languages by their keys; within one, sounds alone prove nothing. */
function matchNames(
  sentence: Sentence,
  asked: AskedQuestion,
  callsOf: (name: string) => readonly string[],
) {
  const strengths = new Float32Array(asked.names.length);
  const at = new Int16Array(asked.names.length);
  const across = sentence.language !== asked.question.language;
  const find = (j: number, strength: number, place: number) => {
    if (strength <= (strengths[j] ?? 0)) return;
    strengths[j] = strength;
    at[j] = place;
  };
  for (const [j, { keys, text }] of asked.names.entries()) {
    if (across) {
      const calls = callsOf(text);
      const own =
        calls.length === 0 ? null : sentence.tokens.find((one) => calls.includes(one.normal));
      if (own) find(j, NAME_BY.gloss, own.start);
    }
    const folded = foldText(text);
    for (const name of sentence.names) {
      if (across && callsOf(name.text).includes(folded)) find(j, NAME_BY.gloss, name.start);
      for (const key of name.keys) {
        if (!keys.has(key)) continue;
        const kind = key.slice(0, key.indexOf(':')) as keyof typeof NAME_BY;
        if (kind === 'sound' && !across) continue;
        find(j, NAME_BY[kind] ?? 0, name.start);
      }
    }
  }
  return { strengths, at };
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

function placeIn(content: readonly SentenceToken[], word: string): number {
  return content.findIndex(({ normal }) => word.includes(normal) || normal.includes(word));
}

function isSpreadOut(term: string, text: string): boolean {
  const first = term.charAt(0);
  for (let start = text.indexOf(first); start !== -1; start = text.indexOf(first, start + 1)) {
    const window = text.slice(start, start + term.length + ABBREVIATION_SLACK);
    if (!window.trimEnd().includes(' ') && isSubsequence(term, window)) return true;
  }
  return false;
}

/** Pairs of neighbouring characters of Chinese words, and of neighbouring words of letters. */
function pairsOf(tokens: readonly SentenceToken[]): Set<string> {
  const pairs = new Set<string>();
  let last: SentenceToken | undefined;
  for (const token of tokens) {
    if (token.kind === 'han') {
      for (let i = 0; i + 2 <= token.normal.length; i++) pairs.add(token.normal.slice(i, i + 2));
      if (last?.kind === 'han' && last.end === token.start) {
        pairs.add(last.normal.slice(-1) + token.normal.charAt(0));
      }
    } else if (last !== undefined && last.kind !== 'han') {
      pairs.add(`${last.normal} ${token.normal}`);
    }
    last = token;
  }
  return pairs;
}

function sharedPairs(asked: ReadonlySet<string>, tokens: readonly SentenceToken[]): number {
  if (asked.size === 0) return 0;
  const there = pairsOf(tokens.filter(({ stop, kind }) => !stop || kind === 'han'));
  let shared = 0;
  for (const pair of asked) if (there.has(pair)) shared++;
  return shared / asked.size;
}
