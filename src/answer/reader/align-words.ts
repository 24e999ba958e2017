import type { Language } from '../../core/article.ts';
import type { ConceptStem, Word } from '../../core/sentence.ts';
import type { Lexicon } from '../../language/dictionary/lexicon.ts';
import type { Thesaurus } from '../../language/dictionary/thesaurus.ts';
import type { AskedWord } from './asked-question.ts';
import type { WordCosines } from './word-cosines.ts';
import { stemsVaryingTo, variantsOf } from './word-variants.ts';

/** How a word of an article agrees with each word of a question, from 0 to 1. */
export interface WordAlignment {
  /** By the word itself: equal, inflected, part of it, or its short form. */
  readonly byForm: Float32Array;
  /** By what the dictionary says that both may mean. */
  readonly byMeaning: Float32Array;
  /** The surest of these and of the company that both words keep, each as sure as it is by experience. */
  readonly strength: Float32Array;
}

/** Aligns a word of an article that carries content; null where it agrees with no word asked about. */
export type AlignWord = (word: Word, language: Language) => WordAlignment | null;

/** How sure each way of agreeing is beside the word itself. */
const SURENESS = {
  variant: 0.95,
  kin: 0.7,
  part: 0.9,
  abbreviation: 0.75,
  translation: 0.9,
  synonym: 0.6,
  use: 0.75,
} as const;
/** What a stem counts that is only derived from what is asked, or only means the same. */
const RELATED = { derived: 0.85, synonym: 0.6 } as const;
/** Weight from which a stem is what a word means, and not one word of a long gloss. */
const MEANT = 0.5;
/** Concept weight from which two words count as meaning the same. */
const MIN_CONCEPT = 0.25;
/** Cosine from which two words count as used alike. */
const MIN_COSINE = 0.45;
/** Stems that gloss hundreds of verbs ("to take part", "to make public"). */
const GENERIC: ReadonlySet<string> = new Set(
  'take make get give go come have do put set bring keep let use one thing part person place time wai be year month dai'.split(
    ' ',
  ),
);
/** What a generic stem counts beside one that tells something. */
const GENERIC_WEIGHT = 0.3;
/** Letters that a country and its people share: Russia and Russian. */
const KIN_PREFIX = 4;
const MAX_ENDING = 4;

/** What tells which words are used, derived or meant alike. */
export interface WordRelations {
  readonly cosinesOf: (asked: readonly Word[]) => WordCosines;
  readonly familyOf: Lexicon['familyOf'];
  readonly synonymsOf: Thesaurus['synonymsOf'];
}

/** Makes the aligner of one question. */
export function createWordAligner(
  words: readonly AskedWord[],
  language: Language,
  { cosinesOf, ...relations }: WordRelations,
): AlignWord {
  const n = words.length;
  const mayAgree = createFormGate(words);
  const agreement = createConceptAgreement(words, relations);
  const cosinesWith = cosinesOf(words.map(({ token }) => token));
  const byForm = new Float32Array(n);
  const strength = new Float32Array(n);
  return (found, other) => {
    const confidence = language === other ? SURENESS.synonym : SURENESS.translation;
    const hasForm = mayAgree(found);
    const byMeaning = agreement(found);
    const cosines = cosinesWith(found);
    let any = false;
    for (let i = 0; i < n; i++) {
      const { token, isNumber } = words[i] as AskedWord;
      const form = hasForm ? formAgreement(token, found) : 0;
      byForm[i] = form;
      let byUse = 0;
      const isMore = form < 1 && !(isNumber && found.kind === 'number');
      if (!isMore) byMeaning[i] = 0;
      else if (cosines !== null) {
        const cosine = cosines[i] as number;
        if (cosine > MIN_COSINE && !isContrast(token.normal, found.normal)) {
          byUse = (cosine - MIN_COSINE) / (1 - MIN_COSINE);
        }
      }
      const best = Math.max(form, confidence * (byMeaning[i] as number), SURENESS.use * byUse);
      strength[i] = best;
      any ||= best > 0;
    }
    if (!any) return null;
    return {
      byForm: byForm.slice(),
      byMeaning: byMeaning.slice(),
      strength: strength.slice(),
    };
  };
}

/** Tells quickly of most words that their form agrees with no word of a question. */
function createFormGate(words: readonly AskedWord[]): (found: Word) => boolean {
  const same = new Set<string>();
  const beginnings = new Set<string>();
  const characters = new Set<number>();
  for (const { token } of words) {
    same.add(token.normal);
    if (token.kind === 'letters') {
      for (const variant of variantsOf(token.normal)) same.add(variant);
      beginnings.add(token.normal.slice(0, KIN_PREFIX));
    }
    if (token.kind === 'han') for (const code of codesOf(token.normal)) characters.add(code);
  }
  return ({ kind, normal }) => {
    if (same.has(normal)) return true;
    if (kind === 'letters') return beginnings.has(normal.slice(0, KIN_PREFIX));
    if (kind === 'number') return false;
    for (let at = 0; at < normal.length; at++) {
      if (characters.has(normal.charCodeAt(at))) return true;
    }
    return false;
  };
}

function codesOf(text: string): number[] {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
}

/** Stems of a word with their weights: what the dictionary says that it may mean, and its variants. */
function stemsOf({ concepts, kind, normal }: Word): readonly ConceptStem[] {
  const stems = [...concepts];
  // A handful: looking through them costs less than a map.
  const add = (stem: string, weight: number) => {
    if (!stems.some((other) => other.stem === stem)) stems.push({ stem, weight });
  };
  if (kind === 'letters') add(normal, 1);
  const own = stems.length;
  for (let at = 0; at < own; at++) {
    const { stem, weight } = stems[at] as ConceptStem;
    for (const variant of variantsOf(stem)) add(variant, weight);
  }
  return stems;
}

/** Friendship is found in friendly (友好), and chaired in presided (主持). */
function withRelatives(
  stems: readonly ConceptStem[],
  { familyOf, synonymsOf }: Omit<WordRelations, 'cosinesOf'>,
): ReadonlyMap<string, number> {
  const all = new Map(stems.map(({ stem, weight }) => [stem, weight]));
  const add = (stem: string, weight: number) => {
    if (weight > (all.get(stem) ?? 0)) all.set(stem, weight);
  };
  for (const { stem, weight } of stems) {
    if (weight < MEANT || GENERIC.has(stem)) continue;
    for (const kin of familyOf(stem)) add(kin, RELATED.derived * weight);
    for (const other of synonymsOf(stem)) add(other, RELATED.synonym * weight);
  }
  return all;
}

/**
 * How far a word may mean the same as each word of a question, from 0 to 1. What it gives is its
 * own, and is overwritten by the next call.
 */
function createConceptAgreement(
  words: readonly AskedWord[],
  relations: Omit<WordRelations, 'cosinesOf'>,
): (found: Word) => Float32Array {
  const asked = new Map<string, { readonly word: number; readonly weight: number }[]>();
  for (const [word, { token }] of words.entries()) {
    for (const [stem, weight] of withRelatives(stemsOf(token), relations)) {
      const meaning = { word, weight: Math.min(weight, 1) };
      const others = asked.get(stem);
      if (others === undefined) asked.set(stem, [meaning]);
      else others.push(meaning);
    }
  }
  const shared = new Float64Array(words.length);
  const agreement = new Float32Array(words.length);
  const hints = new Set([...asked.keys(), ...stemsVaryingTo(asked)]);
  return (found) => {
    agreement.fill(0);
    let mayAgree = found.kind === 'letters' && hints.has(found.normal);
    for (const { stem } of found.concepts) mayAgree ||= hints.has(stem);
    if (!mayAgree) return agreement;
    shared.fill(0);
    for (const { stem, weight: there } of stemsOf(found)) {
      const meant = asked.get(stem);
      if (meant === undefined) continue;
      const scale = GENERIC.has(stem) ? GENERIC_WEIGHT : 1;
      for (const { word, weight } of meant) {
        shared[word] = (shared[word] as number) + scale * weight * Math.min(there, 1);
      }
    }
    for (let word = 0; word < shared.length; word++) {
      const share = shared[word] as number;
      agreement[word] = share < MIN_CONCEPT ? 0 : Math.min(1, share);
    }
    return agreement;
  };
}

function formAgreement(asked: Word, found: Word): number {
  if (asked.normal === found.normal) return 1;
  if (asked.kind !== found.kind || asked.kind === 'number') return 0;
  return asked.kind === 'han'
    ? hanAgreement(asked.normal, found.normal)
    : letterAgreement(asked.normal, found.normal);
}

function letterAgreement(asked: string, found: string): number {
  if (variantsOf(asked).includes(found)) return SURENESS.variant;
  const [short, long] = asked.length < found.length ? [asked, found] : [found, asked];
  if (short.length < KIN_PREFIX || long.length - short.length > MAX_ENDING) return 0;
  return long.startsWith(short) ? SURENESS.kin : 0;
}

function hanAgreement(asked: string, found: string): number {
  const [short, long] = asked.length < found.length ? [asked, found] : [found, asked];
  if (short.length < 2) return 0;
  if (long.includes(short)) return SURENESS.part * Math.sqrt(short.length / long.length);
  const sameEnd = short.at(-1) === long.at(-1);
  if (sameEnd && long.length > short.length && isSubsequence(short, long)) {
    return SURENESS.abbreviation;
  }
  return 0;
}

/** 男单 and 女单 keep the same company and are each other's opposite. */
function isContrast(a: string, b: string): boolean {
  return a !== b && a.length === b.length && a.length > 1 && a.at(-1) === b.at(-1) && a > '一';
}

export function isSubsequence(short: string, long: string): boolean {
  let at = 0;
  for (const character of long) if (character === short.charAt(at)) at++;
  return at === short.length;
}
