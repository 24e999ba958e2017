import type { Language } from '../../core/article.ts';
import type { SentenceToken } from '../../core/sentence.ts';
import type { Lexicon } from '../../language/dictionary/lexicon.ts';
import type { Thesaurus } from '../../language/dictionary/thesaurus.ts';
import type { WordSimilarity } from '../word-similarity.ts';
import type { AskedWord } from './asked-question.ts';
import { variantsOf } from './word-variants.ts';

/** How a word of an article agrees with each word of a question, from 0 to 1. */
export interface WordAlignment {
  /** By the word itself: equal, inflected, part of it, or its short form. */
  readonly byForm: Float32Array;
  /** By what the dictionary says that both may mean. */
  readonly byMeaning: Float32Array;
  /** By the company that both keep. */
  readonly byUse: Float32Array;
  /** The surest of the three, each as sure as it is by experience. */
  readonly strength: Float32Array;
}

/** Aligns a word of an article; each distinct word of a language is aligned once. */
export type AlignWord = (token: SentenceToken, language: Language) => WordAlignment | null;

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
  readonly similarity: WordSimilarity;
  readonly familyOf: Lexicon['familyOf'];
  readonly synonymsOf: Thesaurus['synonymsOf'];
}

/** Makes the aligner of one question. */
export function createWordAligner(
  words: readonly AskedWord[],
  language: Language,
  { similarity, familyOf, synonymsOf }: WordRelations,
): AlignWord {
  const concepts = words.map(({ token }) => withRelatives(stemsOf(token)));
  const aligned = new Map<string, WordAlignment | null>();
  return (token, other) => {
    if (token.stop) return null;
    const key = `${other} ${token.normal}`;
    const known = aligned.get(key);
    if (known !== undefined) return known;
    const alignment = align(token, other);
    aligned.set(key, alignment);
    return alignment;
  };

  function align(token: SentenceToken, other: Language): WordAlignment | null {
    const n = words.length;
    const byForm = new Float32Array(n);
    const byMeaning = new Float32Array(n);
    const byUse = new Float32Array(n);
    const strength = new Float32Array(n);
    const stems = stemsOf(token);
    let any = false;
    for (const [i, word] of words.entries()) {
      const form = formAgreement(word.token, token);
      byForm[i] = form;
      if (form < 1 && !(word.isNumber && token.kind === 'number')) {
        byMeaning[i] = conceptAgreement(concepts[i] ?? new Map(), stems);
        if (!isContrast(word.token.normal, token.normal)) {
          const cosine = similarity(word.token.normal, token.normal);
          byUse[i] = Math.max(0, (cosine - MIN_COSINE) / (1 - MIN_COSINE));
        }
      }
      const confidence = language === other ? SURENESS.synonym : SURENESS.translation;
      const best = Math.max(form, confidence * (byMeaning[i] ?? 0), SURENESS.use * (byUse[i] ?? 0));
      strength[i] = best;
      any ||= best > 0;
    }
    return any ? { byForm, byMeaning, byUse, strength } : null;
  }

  /** Friendship is found in friendly (友好), and chaired in presided (主持). */
  function withRelatives(stems: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
    const all = new Map(stems);
    const add = (stem: string, weight: number) => {
      if (weight > (all.get(stem) ?? 0)) all.set(stem, weight);
    };
    for (const [stem, weight] of stems) {
      if (weight < MEANT || GENERIC.has(stem)) continue;
      for (const kin of familyOf(stem)) add(kin, RELATED.derived * weight);
      for (const other of synonymsOf(stem)) add(other, RELATED.synonym * weight);
    }
    return all;
  }
}

/** Kept as long as the tokens are: articles stay annotated from one question to the next. */
const stemsByToken = new WeakMap<SentenceToken, ReadonlyMap<string, number>>();

function stemsOf(token: SentenceToken): ReadonlyMap<string, number> {
  const known = stemsByToken.get(token);
  if (known !== undefined) return known;
  const stems = readStems(token);
  stemsByToken.set(token, stems);
  return stems;
}

function readStems({ concepts, kind, normal }: SentenceToken): ReadonlyMap<string, number> {
  const stems = new Map(concepts.map(({ stem, weight }) => [stem, weight]));
  if (kind === 'letters' && !stems.has(normal)) stems.set(normal, 1);
  for (const [stem, weight] of [...stems]) {
    for (const variant of variantsOf(stem)) if (!stems.has(variant)) stems.set(variant, weight);
  }
  return stems;
}

function conceptAgreement(
  asked: ReadonlyMap<string, number>,
  found: ReadonlyMap<string, number>,
): number {
  let shared = 0;
  for (const [stem, there] of found) {
    const weight = asked.get(stem);
    if (weight === undefined) continue;
    const scale = GENERIC.has(stem) ? GENERIC_WEIGHT : 1;
    shared += scale * Math.min(weight, 1) * Math.min(there, 1);
  }
  return shared < MIN_CONCEPT ? 0 : Math.min(1, shared);
}

function formAgreement(asked: SentenceToken, found: SentenceToken): number {
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
