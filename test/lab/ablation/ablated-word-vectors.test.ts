import { describe, expect, it } from 'vitest';
import {
  ABLATED_WORD_VECTORS,
  WORD_VECTOR_RULES,
  type WordVectorRuleName,
} from '../../../lab/ablation/ablated-word-vectors.ts';
import { loadLexicon } from '../../../src/language/dictionary/load-lexicon.ts';
import type { WordVectors } from '../../../src/language/dictionary/word-vectors.ts';
import { loadLanguageTools } from '../../../src/language/segment/load-language-tools.ts';
import { createBuiltInEmbedder } from '../../../src/models/built-in/embedder.ts';
import { loadWordVectors } from '../../../src/models/built-in/load-embedder.ts';

const lexicon = loadLexicon();
const analyzer = (await loadLanguageTools({ lexicon })).analyzer;
const product = loadWordVectors(lexicon);

/** Texts whose vectors a rule changes; English words have one meaning and no pieces. */
const CONCERNED: Readonly<Record<WordVectorRuleName, readonly string[]>> = {
  'frequency weights': ['中国国防部长董军会见客人', 'The minister met a robber in the city.'],
  means: ['中国国防部长董军会见客人', 'The minister met a robber in the city.'],
  ambiguity: ['国防部长董军主持会议'],
  pieces: ['董军主持会议并发言'],
};

function embed(vectors: WordVectors, text: string): Promise<number[]> {
  return createBuiltInEmbedder({
    vectors,
    tokenize: (one) => analyzer.tokens(one),
    tokenizerFingerprint: analyzer.fingerprint,
  }).embedQuery(text);
}

describe('rules of the word vectors', () => {
  it.each(WORD_VECTOR_RULES)('%s changes the vector of a text', async (rule) => {
    const vectors = loadWordVectors(lexicon, ABLATED_WORD_VECTORS[rule]);
    expect(vectors.fingerprint).not.toBe(product.fingerprint);
    for (const text of CONCERNED[rule]) {
      const without = await embed(vectors, text);
      const whole = await embed(product, text);
      const cosine = whole.reduce((sum, x, i) => sum + x * (without[i] ?? 0), 0);
      expect(cosine, text).toBeLessThan(0.9999);
    }
  });

  it('weighs all words alike when frequency tells nothing', () => {
    const alike = loadWordVectors(lexicon, ABLATED_WORD_VECTORS['frequency weights']);
    expect(
      ['中国', '部长', 'minist', 'robber'].map((word) => alike.vectorOf(word)?.weight),
    ).toEqual([1, 1, 1, 1]);
  });
});
