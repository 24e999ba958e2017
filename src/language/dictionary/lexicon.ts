import type { ConceptStem } from '../../core/sentence.ts';
/** One sense group of a Chinese word in CC-CEDICT. */
export interface LexiconEntry {
  readonly simplified: string;
  readonly traditional: string;
  /** With tone numbers, as CC-CEDICT writes it: `Shang4 hai3`. */
  readonly pinyin: string;
  /** English glosses, in the dictionary's order. */
  readonly glosses: readonly string[];
}

/** The Chinese–English dictionary that both languages meet in. */
export interface Lexicon {
  /** Changes with the data; part of the analyzer's and the embedder's fingerprint. */
  readonly fingerprint: string;
  /** Stems of a simplified word's glosses, best first; empty when the word is unknown. */
  conceptStems(word: string): readonly ConceptStem[];
  /** Stems of the English words that derive from one word (compet → competit), each once. */
  familyOf(stem: string): readonly string[];
  /** Entries of a simplified or traditional word, for readers; empty when unknown. */
  lookup(word: string): readonly LexiconEntry[];
  /** Whether an English word, in any inflection, is a common one: the glosses do not capitalise it. */
  isCommonEnglish(word: string): boolean;
  /** Every simplified word once, in code point order. */
  words(): Iterable<string>;
}
