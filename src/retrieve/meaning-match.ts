import type { Chunk } from '../core/article.ts';
import { splitSentences } from '../text/sentences.ts';
import type { TextAnalyzer } from '../text/text-analyzer.ts';
import type { WordVectors } from '../text/word-vectors.ts';
import type { QuestionWord } from './question-words.ts';

/** A word as it is compared by meaning. */
interface MeaningWord {
  readonly normal: string;
  /** Of unit length; null when the word has no vector (numbers, rare names). */
  readonly vector: Float32Array | null;
}

/** Words less alike than this have nothing to do with each other. */
const UNRELATED = 0.2;

/** Passages whose words stay in memory: a few megabytes. */
const MOST_REMEMBERED = 1_000;

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

function meaningOf(normal: string, vectors: WordVectors): MeaningWord {
  const known = vectors.vectorOf(normal);
  if (known === null || known.norm === 0) return { normal, vector: null };
  return { normal, vector: known.vector.map((x) => x / known.norm) };
}

function likeness(a: MeaningWord, b: MeaningWord): number {
  if (a.normal === b.normal) return 1;
  if (a.vector === null || b.vector === null) return 0;
  let dot = 0;
  for (let i = 0; i < a.vector.length; i++) dot += (a.vector[i] ?? 0) * (b.vector[i] ?? 0);
  return Math.max(0, (dot - UNRELATED) / (1 - UNRELATED));
}

export function createMeaningMatcher(analyzer: TextAnalyzer, vectors: WordVectors): MeaningMatcher {
  const sentencesByChunk = new Map<string, readonly (readonly MeaningWord[])[]>();

  function sentencesOf({ id, text }: Chunk): readonly (readonly MeaningWord[])[] {
    const known = sentencesByChunk.get(id);
    if (known !== undefined) return known;
    const sentences = splitSentences(text).map(({ start, end }) => {
      const normals = new Set(
        analyzer
          .tokens(text.slice(start, end))
          .filter(({ stop }) => !stop)
          .map(({ normal }) => normal),
      );
      return [...normals].map((normal) => meaningOf(normal, vectors));
    });
    if (sentencesByChunk.size >= MOST_REMEMBERED) sentencesByChunk.clear();
    sentencesByChunk.set(id, sentences);
    return sentences;
  }

  return {
    matcherFor(question) {
      const words = question.map(({ token, rarity }) => ({
        rarity,
        meaning: meaningOf(token.normal, vectors),
      }));
      const total = words.reduce((sum, { rarity }) => sum + rarity, 0);
      if (total === 0) return () => 0;
      return (chunk) => {
        let best = 0;
        for (const sentence of sentencesOf(chunk)) {
          let matched = 0;
          for (const { rarity, meaning } of words) {
            let nearest = 0;
            for (const word of sentence) nearest = Math.max(nearest, likeness(meaning, word));
            matched += rarity * nearest;
          }
          best = Math.max(best, matched);
        }
        return best / total;
      };
    },
  };
}
