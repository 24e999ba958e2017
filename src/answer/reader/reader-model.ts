import { z } from 'zod';
import { FEATURE_NAMES, type FeatureName, type SentenceFeatures } from './sentence-features.ts';

/** Chances as a fitted model sees them. */
export interface ReaderModel {
  /** Log-odds, for each sentence of a question, that it states the answer. */
  scoreSentences(sentences: readonly SentenceFeatures[]): number[];
  /** Chance, from 0 to 1, that a question's passages answer it, given their sentences' scores. */
  chanceOfAnswer(sentences: readonly SentenceFeatures[], scores: readonly number[]): number;
}

const treeSchema = z.object({
  /** Feature that a node asks about, or -1 for a leaf. */
  feature: z.array(z.int()),
  /** Greatest value that goes left, or what a leaf adds. */
  at: z.array(z.number()),
  left: z.array(z.int()),
  right: z.array(z.int()),
});

const ensembleSchema = z.object({ base: z.number(), trees: z.array(treeSchema) });
type Ensemble = z.output<typeof ensembleSchema>;

export const readerModelSchema = z.object({
  /** Readings of each collection that it was fitted to. */
  fittedTo: z.record(z.string(), z.int()),
  features: z.array(z.string()),
  headFeatures: z.array(z.string()),
  sentence: ensembleSchema,
  passages: ensembleSchema,
});

/** Features of which the passages' best value tells, whichever sentence has it. */
const BEST_OF_ALL = [
  'coverage',
  'around',
  'pairs',
  'nearness',
  'inArticle',
] as const satisfies readonly FeatureName[];

/**
 * Makes a model of fitted trees.
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
    scoreSentences: (sentences) => {
      const row = new Float64Array(FEATURE_NAMES.length);
      return sentences.map((features) => {
        for (const [i, name] of FEATURE_NAMES.entries()) row[i] = features[name];
        return sumOfTrees(data.sentence, row);
      });
    },
    chanceOfAnswer(sentences, scores) {
      const order = scores.map((_, i) => i).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
      const best = sentences[order[0] ?? -1];
      if (best === undefined) return 0;
      const at = (place: number) => scores[order[place] ?? -1];
      const first = at(0) ?? 0;
      const second = order.length > 1 ? (at(1) ?? 0) : first - 5;
      const third = order.length > 2 ? (at(2) ?? 0) : second;
      const spread = Math.log(scores.reduce((sum, score) => sum + Math.exp(score - first), 0));
      const row = Float64Array.from([
        first,
        first - second,
        first - third,
        spread,
        ...headFeatures.map((name) => (name === undefined ? 0 : best[name])),
        ...BEST_OF_ALL.map((name) => Math.max(...sentences.map((features) => features[name]))),
      ]);
      return chanceOf(sumOfTrees(data.passages, row));
    },
  };
}

/** Log-odds as a chance, from 0 to 1. */
export function chanceOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

function sumOfTrees({ base, trees }: Ensemble, row: Float64Array): number {
  let sum = base;
  for (const { feature, at, left, right } of trees) {
    let node = 0;
    for (let asked = feature[0] ?? -1; asked >= 0; asked = feature[node] ?? -1) {
      node = ((row[asked] ?? 0) <= (at[node] ?? 0) ? left[node] : right[node]) ?? 0;
    }
    sum += at[node] ?? 0;
  }
  return sum;
}
