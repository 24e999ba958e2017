import type { KeywordField } from '../../core/search-index.ts';

/** `k1` is how fast repeats of a term stop counting, `b` how much long chunks are held back. */
export interface Bm25Parameters {
  readonly k1: number;
  readonly b: number;
}

/**
 * Below the usual values for news (k1 1.2, b .75): chunks are short and of about one length, so a
 * repeat adds little and length tells little. Concepts repeat by chance, as many words share a
 * stem, so they saturate sooner still. Measured on the dev halves of XQuAD and RGB.
 */
export const BM25_PARAMETERS: Readonly<Record<KeywordField, Bm25Parameters>> = {
  title: { k1: 0.8, b: 0.5 },
  words: { k1: 0.8, b: 0.5 },
  concepts: { k1: 0.6, b: 0.4 },
  names: { k1: 0.8, b: 0.5 },
};

/** A stored impact of 65,535 stands for an impact of 1, which BM25 never quite reaches. */
export const IMPACT_SCALE = 65_535;

/**
 * What a term says about one chunk, whatever the query: f / (f + k1 (1 - b + b l / L)), between 0
 * and 1, for frequency f, chunk length l and average length L (all in terms, fractional ones
 * included). Robertson and Zaragoza (2009), "The Probabilistic Relevance Framework: BM25 and
 * Beyond", equation 3.15, without the constant factor k1 + 1, as in Lucene since version 8.
 */
export function termImpact(
  frequency: number,
  length: number,
  averageLength: number,
  { k1, b }: Bm25Parameters,
): number {
  return frequency / (frequency + k1 * (1 - b + (b * length) / averageLength));
}
