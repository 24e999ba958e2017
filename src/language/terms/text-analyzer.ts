import type { Language } from '../../core/article.ts';
import type { FieldedTerms, PassageAnalyzer } from '../../core/search-index.ts';
import type { SentenceToken } from '../../core/sentence.ts';
import type { Span } from '../../core/span.ts';
import type { ConceptGroup } from '../dictionary/concept-groups.ts';
import type { WordOccurrence } from '../segment/word-occurrences.ts';

/** A word of a text, with the form it is compared in. */
export interface Token extends Span {
  /** As written. */
  readonly text: string;
  /** Folded (width, case, Traditional → Simplified) and, in English, stemmed. */
  readonly normal: string;
  /** True for words that carry no content (的, the, 什么, which). */
  readonly stop: boolean;
}

/** The one analysis that questions, passages and sentences share. Pure once built. */
export interface TextAnalyzer
  extends Pick<PassageAnalyzer, 'fingerprint' | 'forEachWordTerm' | 'forEachTextTerm'> {
  /** Half-width and Simplified, otherwise as written; same length, so offsets hold on both. */
  plain(text: string): string;
  /** Words in order, punctuation and white space left out, never overlapping. */
  tokens(text: string): readonly Token[];
  /** The same words with their script and what they may mean in English. */
  words(text: string): readonly SentenceToken[];
  /** Where words stand in a text, in order of their place; see `findOccurrences`. */
  occurrences(text: string, words: readonly Token[]): readonly WordOccurrence[];
  /** A synonym group for each content word, in order: what its translations may be. */
  conceptGroups(text: string): readonly ConceptGroup[];
  /** Terms of a question or of any sentence, in every field but the title. */
  analyzeText(text: string, language: Language): FieldedTerms;
}
