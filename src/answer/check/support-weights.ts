import type { FEATURE_NAMES } from './support-features.ts';

/** Fitted by `lab/fit/fit-support.ts`, whose first lines say on what; so are the thresholds of the verdicts. */
export const SUPPORTED = 0.43;
export const PARTLY = 0.15;
export const BIAS = 1.06;
export const WEIGHTS: Readonly<Record<(typeof FEATURE_NAMES)[number], number>> = {
  unsaid: -0.89,
  unsaidThings: -0.78,
  longestRun: -0.75,
  unsaidAtEnd: -1.15,
  torn: -0.76,
  reversed: -0.69,
  swapped: -1.13,
  inverted: -0.53,
  scattered: -0.80,
};
