import {
  type ByField,
  byField,
  type FieldedTerms,
  KEYWORD_FIELDS,
} from '../../core/search-index.ts';
import { BM25_PARAMETERS, type Bm25Parameters } from './bm25.ts';
import { KeywordField } from './keyword-field.ts';
import { KeywordFieldBuilder } from './keyword-field-builder.ts';

/** The keyword side of an index: a BM25 field for each kind of term. */
export type KeywordIndex = ByField<KeywordField>;

/** @param passages the terms of every chunk, in chunk order */
export function buildKeywordIndex(
  passages: Iterable<FieldedTerms>,
  parameters: ByField<Bm25Parameters> = BM25_PARAMETERS,
): KeywordIndex {
  const builders = byField(() => new KeywordFieldBuilder());
  for (const passage of passages) {
    for (const field of KEYWORD_FIELDS) builders[field].add(passage[field]);
  }
  return byField((field) => new KeywordField(builders[field].build(parameters[field])));
}
