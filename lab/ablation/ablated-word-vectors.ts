import {
  WORD_VECTOR_SETTINGS,
  type WordVectorSettings,
} from '../../src/models/built-in/word-vectors.ts';

/** Rules of the word vectors that can be switched off, for measuring what each is worth. */
export const WORD_VECTOR_RULES = ['frequency weights', 'means', 'ambiguity', 'pieces'] as const;
export type WordVectorRuleName = (typeof WORD_VECTOR_RULES)[number];

/** The vectors with one rule switched off, by the rule's name. */
export const ABLATED_WORD_VECTORS: Readonly<Record<WordVectorRuleName, WordVectorSettings>> = {
  'frequency weights': { ...WORD_VECTOR_SETTINGS, smoothing: Number.POSITIVE_INFINITY },
  means: { ...WORD_VECTOR_SETTINGS, isCentred: false },
  ambiguity: { ...WORD_VECTOR_SETTINGS, ambiguityExponent: 1 },
  pieces: { ...WORD_VECTOR_SETTINGS, longestPiece: 0 },
};
