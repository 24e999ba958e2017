import type { Chunk } from '../core/article.ts';
import { remember } from '../text/remember.ts';
import { splitSentences } from '../text/sentences.ts';
import type { TextAnalyzer } from '../text/text-analyzer.ts';
import type { WordVectors } from '../text/word-vectors.ts';
import type { QuestionWord } from './question-words.ts';

/** A word as it is compared by meaning. */
interface Meaning {
  readonly normal: string;
  /** Of unit length; null when the word has no vector (numbers, rare names). */
  readonly vector: Float32Array | null;
}

/** Words less alike than this have nothing to do with each other. */
const UNRELATED = 0.2;

/** Passages whose words stay in memory: a few megabytes. */
const MOST_PASSAGES_REMEMBERED = 1_000;

/** Words whose meanings stay in memory: some 20 MB. */
const MOST_MEANINGS_REMEMBERED = 20_000;

/** Compares questions with passages word by word, by what the words mean. */
export interface MeaningMatcher {
  /**
   * Reads a question once, for holding passages against it: how much of the question's rarity some
   * sentence of a passage answers to, from 0 to 1. Each word counts by its nearest in meaning
   * there, whatever the language (the late interaction of ColBERT, Khattab and Zaharia 2020, over
   * static word vectors).
   */
  matcherFor(question: readonly QuestionWord[]): (chunk: Chunk) => number;
}

function likeness(a: Meaning, b: Meaning): number {
  if (a.normal === b.normal) return 1;
  const { vector: left } = a;
  const { vector: right } = b;
  if (left === null || right === null) return 0;
  let dot = 0;
  for (let i = 0; i < left.length; i++) dot += (left[i] as number) * (right[i] as number);
  return Math.max(0, (dot - UNRELATED) / (1 - UNRELATED));
}

export function createMeaningMatcher(analyzer: TextAnalyzer, vectors: WordVectors): MeaningMatcher {
  const meaningOf = remember((normal): Meaning => {
    const known = vectors.vectorOf(normal);
    if (known === null || known.norm === 0) return { normal, vector: null };
    return { normal, vector: known.vector.map((x) => x / known.norm) };
  }, MOST_MEANINGS_REMEMBERED);

  const sentencesOf = remember(
    (text) =>
      splitSentences(text).map(({ start, end }) => {
        const content = analyzer.tokens(text.slice(start, end)).filter(({ stop }) => !stop);
        return Array.from(new Set(content.map(({ normal }) => normal)), meaningOf);
      }),
    MOST_PASSAGES_REMEMBERED,
  );

  return {
    matcherFor(question) {
      const words = question.map(({ token }) => meaningOf(token.normal));
      const rarities = Float64Array.from(question, ({ rarity }) => rarity);
      const total = rarities.reduce((sum, rarity) => sum + rarity, 0);
      if (total === 0) return () => 0;
      const likenesses = rememberLikenesses(words);
      const nearest = new Float32Array(words.length);
      return (chunk) => {
        let best = 0;
        for (const sentence of sentencesOf(chunk.text)) {
          nearest.fill(0);
          for (const meaning of sentence) {
            const likenessTo = likenesses(meaning);
            for (let word = 0; word < nearest.length; word++) {
              const found = likenessTo[word] as number;
              if (found > (nearest[word] as number)) nearest[word] = found;
            }
          }
          let matched = 0;
          for (let word = 0; word < nearest.length; word++) {
            matched += (rarities[word] as number) * (nearest[word] as number);
          }
          best = Math.max(best, matched);
        }
        return best / total;
      };
    },
  };
}

/** How like each of a question's words a word is; passages for one question share many words. */
function rememberLikenesses(words: readonly Meaning[]): (meaning: Meaning) => Float32Array {
  const known = new Map<string, Float32Array>();
  return (meaning) => {
    const before = known.get(meaning.normal);
    if (before !== undefined) return before;
    const likenesses = Float32Array.from(words, (word) => likeness(word, meaning));
    known.set(meaning.normal, likenesses);
    return likenesses;
  };
}
