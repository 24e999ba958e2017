import type { PassageAnalyzer } from '../../core/search-index.ts';
import type { WordVectors } from '../dictionary/word-vectors.ts';
import type { TextAnalyzer } from './text-analyzer.ts';

/** What an index is made with: the terms of its chunks, and the meanings of their words. */
export function createPassageAnalyzer(
  analyzer: Pick<TextAnalyzer, 'fingerprint' | 'analyzePassage' | 'conceptGroups'>,
  vectors: WordVectors,
): PassageAnalyzer {
  return {
    fingerprint: `${analyzer.fingerprint} ${vectors.fingerprint}`,
    analyzePassage: (passage) => analyzer.analyzePassage(passage),
    meaningOf: (word) => ({
      direction: vectors.vectorOf(word)?.vector ?? null,
      translations: analyzer
        .conceptGroups(word)
        .flatMap(({ stems }) => stems)
        .filter(({ stem }) => stem !== word),
    }),
  };
}
