import type { FEATURE_NAMES } from './support-features.ts';

/** Fitted by `lab/fit/fit-support.ts`, whose first lines say on what; so are the thresholds of the verdicts. */
export const SUPPORTED = 0.29;
export const PARTLY = 0.15;
export const BIAS = 0.93;
export const WEIGHTS: Readonly<Record<(typeof FEATURE_NAMES)[number], number>> = {
  unsaid: -0.76,
  unsaidThings: -0.64,
  longestRun: -0.73,
  unsaidAtEnd: -1.08,
  torn: -0.66,
  reversed: -0.62,
  swapped: -1.08,
  inverted: -0.50,
  scattered: -0.64,
};
