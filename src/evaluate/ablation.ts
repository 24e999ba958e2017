import type { Retriever } from '../core/passage.ts';
import type { BeirCollection } from './beir-collection.ts';
import { type RetrievalScores, scoreRetrieval } from './retrieval.ts';

/** A way of retrieving that lacks one rule, or that has all of them. */
export interface AblationVariant {
  /** Name of the rule that is switched off; null for the product as it is. */
  readonly without: string | null;
  /** Indexes and opens a collection in this way. */
  readonly open: (collection: BeirCollection) => Promise<Retriever>;
}

export interface AblationRow {
  readonly collection: string;
  readonly without: string | null;
  readonly scores: RetrievalScores;
}

/**
 * Scores every variant on every collection, one row at a time, so that what each rule is worth
 * can be read off: a rule that earns nothing goes.
 */
export async function* runAblation(
  collections: readonly { readonly name: string; readonly collection: BeirCollection }[],
  variants: readonly AblationVariant[],
): AsyncGenerator<AblationRow> {
  for (const { name, collection } of collections) {
    for (const { without, open } of variants) {
      const scores = await scoreRetrieval(collection, await open(collection));
      yield { collection: name, without, scores };
    }
  }
}
