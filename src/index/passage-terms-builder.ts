import {
  type AnalyzedPassage,
  byField,
  KEYWORD_FIELDS,
  type KeywordField,
  type PassageAnalyzer,
} from '../core/search-index.ts';
import type { Bm25Parameters } from './keyword/bm25.ts';
import type { KeywordFieldData } from './keyword/keyword-field.ts';
import { KeywordFieldBuilder } from './keyword/keyword-field-builder.ts';
import type { SentenceWordsData } from './words/sentence-words.ts';
import { SentenceWordsBuilder } from './words/sentence-words-builder.ts';

/** Collects what analysis makes of chunks, in their order. Each part can be built once. */
export class PassageTermsBuilder {
  readonly #fields = byField(() => new KeywordFieldBuilder());
  readonly #sentenceWords = new SentenceWordsBuilder();

  /** Adds the next chunk. */
  add({ terms, sentences }: AnalyzedPassage): void {
    for (const field of KEYWORD_FIELDS) this.#fields[field].add(terms[field]);
    this.#sentenceWords.add(sentences);
  }

  buildField(field: KeywordField, parameters: Bm25Parameters): KeywordFieldData {
    return this.#fields[field].build(parameters);
  }

  buildSentenceWords(meaningOf: PassageAnalyzer['meaningOf']): SentenceWordsData {
    return this.#sentenceWords.build(meaningOf);
  }
}
