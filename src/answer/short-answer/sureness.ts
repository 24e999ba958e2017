import type { ShortAnswerFeatures } from './choose-short-answer.ts';
import { SURENESS_MODEL } from './sureness-model.ts';

/** Sureness from which a short answer is shown. */
export const SURE_ENOUGH_TO_SHOW: number = SURENESS_MODEL.threshold;

const WEIGHTS: Readonly<Record<keyof ShortAnswerFeatures, number>> = SURENESS_MODEL.weights;

/** Probability, from 0 to 1, that words are the answer, given what speaks for them. */
export function surenessOf(features: ShortAnswerFeatures): number {
  let logit: number = SURENESS_MODEL.intercept;
  for (const [name, weight] of Object.entries(WEIGHTS)) {
    logit += weight * features[name as keyof ShortAnswerFeatures];
  }
  return 1 / (1 + Math.exp(-logit));
}
