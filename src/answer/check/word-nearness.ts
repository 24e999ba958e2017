import { memoize } from '../../core/memoize.ts';
import type { ConceptStem, SentenceToken } from '../../core/sentence.ts';
import { foldText } from '../../language/characters/fold.ts';
import { hasHan } from '../../language/characters/scripts.ts';
import type { Lexicon } from '../../language/dictionary/lexicon.ts';
import { GENERIC_STEMS, partOfWord, sameMeaning } from '../../language/dictionary/same-meaning.ts';
import type { Thesaurus } from '../../language/dictionary/thesaurus.ts';
import { stemEnglish } from '../../language/morphology/stems.ts';
import type { WordSimilarity } from '../word-similarity.ts';
import { areNewsSynonyms } from './news-synonyms.ts';

/** How surely two words say the same, by the kind of sign there is for it. */
const SIGNS = { same: 1, translated: 0.95, family: 0.9, loosely: 0.8 } as const;
/** From here on two words are taken to say the same. */
export const SAYS_SAME = 0.75;
/** Cosines of word vectors from which words of two languages, and of one, are near at all. */
const SIMILAR_ACROSS = 0.35;
const SIMILAR_WITHIN = 0.4;
/** Cosine from which a gloss that is one of several says that two Chinese words mean the same. */
const SIMILAR_GLOSSED = 0.5;
/** Cosine from which Chinese words that share a character say the same: 举办 and 举行. */
const SIMILAR_SHARING = 0.5;
/** What a similarity counts at most: near words may be each other's opposite. */
const MAX_BY_VECTOR = 0.7;
/** Stems this long that begin alike are forms of one word: `deliveri` and `deliv`. */
const COMMON_BEGINNING = 5;
const MAX_PAIRS = 200_000;

/** How surely two words say the same, from 0 to 1; from `SAYS_SAME` on they do. */
export type WordNearness = (first: SentenceToken, second: SentenceToken) => number;

export interface WordNearnessDeps {
  readonly lexicon: Lexicon;
  readonly thesaurus: Thesaurus;
  readonly similarity: WordSimilarity;
}

/** Remembers the pairs that it compared. */
export function createWordNearness({
  lexicon,
  thesaurus,
  similarity,
}: WordNearnessDeps): WordNearness {
  const glossStems = memoize(
    (word): ReadonlySet<string> =>
      new Set(
        lexicon
          .lookup(word)
          .flatMap((entry) => entry.glosses)
          .flatMap((gloss) => (foldText(gloss).match(/[a-z]{3,}/g) ?? []).map(stemEnglish))
          .filter((stem) => !GENERIC_STEMS.has(stem)),
      ),
    20_000,
  );
  const areForms = (first: string, second: string) => {
    const [short, long] = first.length < second.length ? [first, second] : [second, first];
    return (
      (short.length >= COMMON_BEGINNING && long.startsWith(short)) ||
      lexicon.familyOf(first).includes(second)
    );
  };
  const areSynonyms = (first: string, second: string) =>
    thesaurus.areSynonyms(first, second) || areNewsSynonyms(first, second);

  const compare = (first: SentenceToken, second: SentenceToken): number => {
    const [a, b] = [first.normal, second.normal];
    if (a === b) return SIGNS.same;
    if (first.kind === 'number' || second.kind === 'number') return 0;
    const chinese = [a, b].filter((word) => hasHan(word)).length;
    if (sameMeaning(first, second) && (chinese !== 2 || isMeant(first, second))) {
      return SIGNS.translated;
    }
    if (chinese === 0) {
      if (areForms(a, b)) return SIGNS.family;
      if (areSynonyms(a, b)) return SIGNS.loosely;
      return byVector(similarity(a, b), SIMILAR_WITHIN);
    }
    if (chinese === 2) {
      if (areNewsSynonyms(a, b)) return SIGNS.loosely;
      const cosine = similarity(a, b);
      if (sharesCharacter(a, b) && cosine >= SIMILAR_SHARING) return SIGNS.loosely;
      const [left, right] = [fullGlosses(first), fullGlosses(second)];
      if (
        cosine >= SIMILAR_WITHIN &&
        left.some((one) => right.some((two) => areSynonyms(one, two)))
      ) {
        return SIGNS.loosely;
      }
      return byVector(similarity(a, b), SIMILAR_WITHIN);
    }
    const [han, english] = hasHan(a) ? [first, b] : [second, a];
    const strong = strongStems(han.concepts);
    if (strong.some((stem) => areForms(stem, english))) return SIGNS.family;
    const stems = [...glossStems(han.normal)];
    if (stems.includes(english)) return SIGNS.loosely;
    if (strong.some((stem) => areSynonyms(stem, english))) return SIGNS.loosely;
    if (stems.some((stem) => areNewsSynonyms(stem, english))) return SIGNS.loosely;
    return byVector(similarity(han.normal, english), SIMILAR_ACROSS);
  };

  /** A gloss that two Chinese words share by chance ("situation" of 处 and 情况) is told by their vectors. */
  const isMeant = (first: SentenceToken, second: SentenceToken) =>
    partOfWord(first.normal, second.normal) ||
    similarity(first.normal, second.normal) >= SIMILAR_GLOSSED ||
    fullGlosses(first).some((stem) => fullGlosses(second).includes(stem));

  let words = new Map<string, Map<string, number>>();
  let size = 0;
  return (first, second) => {
    if (first.normal === second.normal) return SIGNS.same;
    let others = words.get(first.normal);
    const known = others?.get(second.normal);
    if (known !== undefined) return known;
    if (size >= MAX_PAIRS) {
      words = new Map();
      others = undefined;
      size = 0;
    }
    if (others === undefined) {
      others = new Map();
      words.set(first.normal, others);
    }
    const nearness = compare(first, second);
    others.set(second.normal, nearness);
    size += 1;
    return nearness;
  };
}

function byVector(cosine: number, least: number): number {
  return cosine >= least ? Math.min(MAX_BY_VECTOR, cosine) : 0;
}

const STRONG = 0.5;

function strongStems(concepts: readonly ConceptStem[]): string[] {
  return concepts
    .filter(({ stem, weight }) => weight >= STRONG && !GENERIC_STEMS.has(stem))
    .map(({ stem }) => stem);
}

/** What a Chinese word is glossed by whole, and not as one word of a phrase. */
function fullGlosses({ concepts }: SentenceToken): string[] {
  return concepts
    .filter(({ stem, weight }) => weight === 1 && stem.length > 2)
    .map(({ stem }) => stem);
}

/** 举办 and 举行: words of two characters that share one. */
function sharesCharacter(first: string, second: string): boolean {
  return (
    first.length === 2 &&
    second.length === 2 &&
    [...first].some((character) => second.includes(character))
  );
}
