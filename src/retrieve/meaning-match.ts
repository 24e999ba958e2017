import type { Chunk } from '../core/article.ts';
import { remember } from '../text/remember.ts';
import { splitSentences } from '../text/sentences.ts';
import type { TextAnalyzer } from '../text/text-analyzer.ts';
import type { WordVectors } from '../text/word-vectors.ts';
import type { ConceptWord } from './question-words.ts';

/** A word as it is compared by meaning. */
interface MeaningWord {
  readonly normal: string;
  /** Of unit length; null when the word has no vector (numbers, rare names). */
  readonly vector: Float32Array | null;
  /** The English stems that it may mean, with their weights. */
  readonly stems: ReadonlyMap<string, number>;
}

/** Words less alike than this have nothing to do with each other. */
const UNRELATED = 0.2;

/** Passages whose words stay in memory: a few megabytes. */
const MOST_REMEMBERED = 1_000;
/** Words whose meaning stays in memory, in some 10 MB. */
const MOST_WORDS = 10_000;

/** How a passage answers to a question, word by word. */
export interface PassageMeaning {
  /** Share of the question's rarity that its best sentence answers to, from 0 to 1. */
  readonly sentence: number;
  /** For each word of the question, how near the passage comes to it, from 0 to 1. */
  readonly words: readonly number[];
}

/** Compares questions with passages word by word, by what the words mean. */
export interface MeaningMatcher {
  /**
   * Reads a question once, for holding passages against it. Each word counts by its nearest in
   * meaning there, whatever the language (the late interaction of ColBERT, Khattab and Zaharia
   * 2020, over static word vectors); a translation in the dictionary is as near as its weight.
   */
  matcherFor(question: readonly ConceptWord[]): (chunk: Chunk) => PassageMeaning;
}

/** How surely one word translates the other: by the dictionary's best stem that both may mean. */
function translation(a: MeaningWord, b: MeaningWord): number {
  const [fewer, more] = a.stems.size < b.stems.size ? [a.stems, b.stems] : [b.stems, a.stems];
  let best = 0;
  for (const [stem, weight] of fewer) best = Math.max(best, weight * (more.get(stem) ?? 0));
  return Math.sqrt(best);
}

function cosine(a: Float32Array, b: Float32Array): number {
  let dot = 0;
  for (let i = 0; i < a.length; i++) dot += (a[i] ?? 0) * (b[i] ?? 0);
  return dot;
}

function likeness(a: MeaningWord, b: MeaningWord): number {
  if (a.normal === b.normal) return 1;
  const translated = translation(a, b);
  if (translated === 1 || a.vector === null || b.vector === null) return translated;
  return Math.max(translated, (cosine(a.vector, b.vector) - UNRELATED) / (1 - UNRELATED));
}

/** Makes the likenesses of a passage's word to each word of a question, each worked out once. */
function likenessesTo(question: readonly MeaningWord[]): (word: MeaningWord) => Float64Array {
  const known = new Map<string, Float64Array>();
  return (word) => {
    const before = known.get(word.normal);
    if (before !== undefined) return before;
    const likenesses = Float64Array.from(question, (asked) => likeness(asked, word));
    known.set(word.normal, likenesses);
    return likenesses;
  };
}

/** Takes over every value that is above the one there. */
function raise(values: Float64Array, others: Float64Array): void {
  for (let i = 0; i < values.length; i++) {
    const other = others[i] ?? 0;
    if (other > (values[i] ?? 0)) values[i] = other;
  }
}

export function createMeaningMatcher(analyzer: TextAnalyzer, vectors: WordVectors): MeaningMatcher {
  const sentencesByChunk = new Map<string, readonly (readonly MeaningWord[])[]>();

  const vectorOf = (normal: string): Float32Array | null => {
    const known = vectors.vectorOf(normal);
    return known === null || known.norm === 0 ? null : known.vector.map((x) => x / known.norm);
  };
  const meaningOf = remember((normal): MeaningWord => {
    const stems = analyzer.conceptGroups(normal).flatMap((group) => group.stems);
    return {
      normal,
      vector: vectorOf(normal),
      stems: new Map(stems.map(({ stem, weight }) => [stem, weight])),
    };
  }, MOST_WORDS);

  function sentencesOf({ id, text }: Chunk): readonly (readonly MeaningWord[])[] {
    const known = sentencesByChunk.get(id);
    if (known !== undefined) return known;
    const sentences = splitSentences(text).map(({ start, end }) => {
      const content = analyzer.tokens(text.slice(start, end)).filter(({ stop }) => !stop);
      return Array.from(new Set(content.map(({ normal }) => normal)), meaningOf);
    });
    if (sentencesByChunk.size >= MOST_REMEMBERED) sentencesByChunk.clear();
    sentencesByChunk.set(id, sentences);
    return sentences;
  }

  return {
    matcherFor(question) {
      const rarities = question.map(({ rarity }) => rarity);
      const total = rarities.reduce((sum, rarity) => sum + rarity, 0);
      const likenessesOf = likenessesTo(
        question.map(({ token, group }) => ({
          normal: token.normal,
          vector: vectorOf(token.normal),
          stems: new Map(group.map(({ stem, weight }) => [stem, weight])),
        })),
      );
      return (chunk) => {
        const words = rarities.map(() => 0);
        let best = 0;
        for (const sentence of sentencesOf(chunk)) {
          const nearest = new Float64Array(rarities.length);
          for (const word of sentence) raise(nearest, likenessesOf(word));
          let matched = 0;
          for (let asked = 0; asked < nearest.length; asked++) {
            const value = nearest[asked] ?? 0;
            matched += value * (rarities[asked] ?? 0);
            words[asked] = Math.max(words[asked] ?? 0, value);
          }
          best = Math.max(best, matched);
        }
        return { sentence: total === 0 ? 0 : best / total, words };
      };
    },
  };
}
