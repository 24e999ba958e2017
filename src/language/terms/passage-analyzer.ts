import type { PassageAnalyzer } from '../../core/search-index.ts';
import type { Annotator } from '../../core/sentence.ts';
import type { WordVectors } from '../dictionary/word-vectors.ts';
import type { TextAnalyzer } from './text-analyzer.ts';

export interface PassageAnalyzerParts {
  readonly analyzer: Pick<TextAnalyzer, 'forEachWordTerm' | 'forEachTextTerm' | 'conceptGroups'>;
  readonly annotator: Annotator;
  readonly vectors: WordVectors;
}

/** What an index is made with: sentences, the terms of chunks, and the meanings of words. */
export function createPassageAnalyzer({
  analyzer,
  annotator,
  vectors,
}: PassageAnalyzerParts): PassageAnalyzer {
  return {
    fingerprint: `${annotator.fingerprint} ${vectors.fingerprint}`,
    annotate: (source) => annotator.annotate(source),
    forEachWordTerm: (word, add) => analyzer.forEachWordTerm(word, add),
    forEachTextTerm: (sentence, add) => analyzer.forEachTextTerm(sentence, add),
    meaningOf: (word) => ({
      direction: vectors.vectorOf(word)?.vector ?? null,
      translations: analyzer
        .conceptGroups(word)
        .flatMap(({ stems }) => stems)
        .filter(({ stem }) => stem !== word),
    }),
  };
}
