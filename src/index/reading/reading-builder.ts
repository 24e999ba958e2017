import {
  type ByField,
  byField,
  KEYWORD_FIELDS,
  type KeywordField,
} from '../../core/search-index.ts';
import { NumberedTexts } from '../columns/numbered-texts.ts';
import { type OpenPages, pagesInMemory } from '../columns/pages.ts';
import type { Bm25Parameters } from '../keyword/bm25.ts';
import type { KeywordFieldData } from '../keyword/keyword-field.ts';
import { KeywordFieldBuilder } from '../keyword/keyword-field-builder.ts';
import type { SentencesData } from '../sentences/sentences.ts';
import { SentencesBuilder } from '../sentences/sentences-builder.ts';
import type { MeaningBatch } from '../words/meaning-batch.ts';
import type { WordsData } from '../words/words.ts';
import { buildWords } from '../words/words-builder.ts';
import type { BatchReading } from './article-reader.ts';

/**
 * Joins what was read of batches of articles, in their order, which alone decides what comes out.
 * Each part can be built once, and the words last.
 */
export class ReadingBuilder {
  readonly #fields: ByField<KeywordFieldBuilder>;
  readonly #normals = new NumberedTexts();
  readonly #sentences = new SentencesBuilder(this.#normals);

  /** @param openPages where the entries of each field wait to be inverted */
  constructor(openPages: OpenPages = pagesInMemory) {
    this.#fields = byField((field) => new KeywordFieldBuilder(openPages(field)));
  }

  /** Adds the next batch. */
  add({ fields, sentences }: Pick<BatchReading, 'fields' | 'sentences'>): void {
    for (const field of KEYWORD_FIELDS) this.#fields[field].append(fields[field]);
    this.#sentences.append(sentences);
  }

  /** The words of all sentences, whose meanings have to be looked up. */
  words(): string[] {
    return this.#normals.list();
  }

  buildField(field: KeywordField, parameters: Bm25Parameters): KeywordFieldData {
    return this.#fields[field].build(parameters);
  }

  buildSentences(): SentencesData {
    return this.#sentences.build();
  }

  /** @param meanings of all words, in their order */
  buildWords(meanings: readonly MeaningBatch[]): WordsData {
    return buildWords(this.#normals, meanings);
  }
}
