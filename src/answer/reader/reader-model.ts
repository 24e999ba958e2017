import { z } from 'zod';
import { FEATURE_NAMES, type FeatureName, type SentenceFeatures } from './sentence-features.ts';

/** Chances as a fitted model sees them. */
export interface ReaderModel {
  /** Log-odds, for each sentence of a question, that it states the answer. */
  scoreSentences(sentences: readonly SentenceFeatures[]): number[];
  /** Chance, from 0 to 1, that a question's passages answer it, given their sentences' scores. */
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
  headFeatures: z.array(z.string()),
  sentence: linearSchema,
  passages: linearSchema,
  calibration: z.object({
    typedWithin: calibrationSchema,
    freeWithin: calibrationSchema,
    typedAcross: calibrationSchema,
    freeAcross: calibrationSchema,
  }),
});

/** Features of which the passages' best value tells, whichever sentence has it. */
const BEST_OF_ALL = [
  'coverage',
  'around',
  'pairs',
  'nearness',
  'inArticle',
] as const satisfies readonly FeatureName[];

/** Questions for words of some form: a name, a day, a number. */
const TYPED = [
  'asksPerson',
  'asksPlace',
  'asksDate',
  'asksNumber',
  'asksName',
] as const satisfies readonly FeatureName[];

/** Log-odds that are assumed between the best sentence and one that is not there. */
const ALONE = 5;

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
  const headFeatures = data.headFeatures.map((name) => FEATURE_NAMES[data.features.indexOf(name)]);
  return {
    scoreSentences: (sentences) =>
      sentences.map((features) =>
        logOdds(
          data.sentence,
          FEATURE_NAMES.map((name) => features[name]),
        ),
      ),
    chanceOfAnswer(sentences, scores) {
      const order = scores.map((_, i) => i).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
      const best = sentences[order[0] ?? -1];
      if (best === undefined) return 0;
      const [first = 0, second = first - ALONE, third = second] = order.map((i) => scores[i] ?? 0);
      const spread = Math.log(scores.reduce((sum, score) => sum + Math.exp(score - first), 0));
      const values = [
        first,
        first - second,
        first - third,
        spread,
        ...headFeatures.map((name) => (name === undefined ? 0 : best[name])),
        ...BEST_OF_ALL.map((name) => Math.max(...sentences.map((features) => features[name]))),
      ];
      const isTyped = TYPED.some((name) => best[name] > 0);
      const side = best.isAcross > 0 ? 'Across' : 'Within';
      const { slope, shift } = data.calibration[`${isTyped ? 'typed' : 'free'}${side}`];
      return chanceOf(slope * logOdds(data.passages, values) + shift);
    },
  };
}

/** Log-odds as a chance, from 0 to 1. */
export function chanceOf(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

function logOdds({ bias, weights }: Linear, values: readonly number[]): number {
  let sum = bias;
  for (let i = 0; i < weights.length; i++) sum += (weights[i] ?? 0) * (values[i] ?? 0);
  return sum;
}
