import type { SearchIndex } from '../core/search-index.ts';
import type { CollectionVocabulary } from '../question/correct-words.ts';

/** What an index has words and names for. */
export function vocabularyOf(index: SearchIndex): CollectionVocabulary {
  return {
    generation: index.description.generation,
    frequency: (normal) =>
      index.documentFrequency('words', normal) + index.documentFrequency('concepts', normal),
    knowsName: (key) => index.documentFrequency('names', key) > 0,
  };
}
