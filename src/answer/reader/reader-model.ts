import { z } from 'zod';
import { FEATURE_NAMES, type SentenceFeatures } from './sentence-features.ts';

/** Chances as a fitted model sees them. */
export interface ReaderModel {
  /** Log-odds, for each sentence of a question, that it states the answer. */
  scoreSentences(sentences: readonly SentenceFeatures[]): number[];
  /** Chance, from 0 to 1, that a question's passages answer it, given the scores of their sentences. */
  chanceOfAnswer(sentences: readonly SentenceFeatures[], scores: readonly number[]): number;
}

/** A logistic regression: `bias` plus the sum of weights times values. */
const linearSchema = z.object({ bias: z.number(), weights: z.array(z.number()) });
type Linear = z.output<typeof linearSchema>;

/** What puts the log-odds of a group of questions on the scale that all groups share. */
const calibrationSchema = z.object({ slope: z.number(), shift: z.number() });

export const readerModelSchema = z.object({
  /** Readings of each collection that it was fitted to. */
  fittedTo: z.record(z.string(), z.int()),
  features: z.array(z.string()),
  sentence: linearSchema,
  calibration: z.object({
    typedWithin: calibrationSchema,
    freeWithin: calibrationSchema,
    typedAcross: calibrationSchema,
    freeAcross: calibrationSchema,
  }),
});

/**
 * Makes a model of fitted weights.
 * @throws RangeError where the data was fitted to other features than the reader has
 */
export function createReaderModel(data: z.output<typeof readerModelSchema>): ReaderModel {
  const differs =
    data.features.length !== FEATURE_NAMES.length ||
    data.features.some((name, i) => name !== FEATURE_NAMES[i]);
  if (differs) {
    throw new RangeError('Expected a model fitted to these features. Run lab/fit-reader again.');
  }
  return {
    scoreSentences: (sentences) => sentences.map((features) => logOdds(data.sentence, features)),
    chanceOfAnswer(sentences, scores) {
      const [first] = scores.map((_, i) => i).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
      const best = sentences[first ?? -1];
      if (best === undefined) return 0;
      const side = best.isAcross > 0 ? 'Across' : 'Within';
      const { slope, shift } = data.calibration[`${best.asksForm > 0 ? 'typed' : 'free'}${side}`];
      return chanceOf(slope * (scores[first ?? -1] ?? 0) + shift);
    },
  };
}

/** Log-odds as a chance, from 0 to 1. */
export function chanceOf(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

function logOdds({ bias, weights }: Linear, features: SentenceFeatures): number {
  return FEATURE_NAMES.reduce((sum, name, i) => sum + (weights[i] ?? 0) * features[name], bias);
}
