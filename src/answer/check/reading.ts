import type { Sentence, SentenceToken } from '../../core/sentence.ts';
import type { NameEquivalence } from '../../language/names/equivalence.ts';
import type { AlignedWord } from './align-words.ts';
import type { QuotedWords } from './quoted-words.ts';
import type { WordNearness } from './word-nearness.ts';

/** A sentence beside the words that it cites, as every rule sees them. */
export interface Reading {
  readonly claim: Sentence;
  readonly quotes: readonly QuotedWords[];
  readonly words: readonly AlignedWord[];
  readonly names: NameEquivalence;
  readonly near: WordNearness;
  /** Whether a word names a thing: what is not the source's word for it is another thing. */
  readonly isThing: (word: SentenceToken) => boolean;
}
