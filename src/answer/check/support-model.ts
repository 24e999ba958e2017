import { FEATURE_NAMES, type SupportFeatures } from './support-features.ts';
import { BIAS, WEIGHTS } from './support-weights.ts';

/** How likely a sentence without a flaw is held by its quotes, from 0 to 1: a logistic regression. */
export function supportProbability(features: SupportFeatures): number {
  const sum = FEATURE_NAMES.reduce((total, name) => total + WEIGHTS[name] * features[name], BIAS);
  return 1 / (1 + Math.exp(-sum));
}
