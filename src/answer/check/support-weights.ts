import type { FEATURE_NAMES } from './support-features.ts';

/** Fitted by `lab/fit/fit-support.ts`, whose first lines say on what; so are the thresholds of the verdicts. */
export const SUPPORTED = 0.31;
export const PARTLY = 0.15;
export const BIAS = 1.05;
export const WEIGHTS: Readonly<Record<(typeof FEATURE_NAMES)[number], number>> = {
  unsaid: -0.87,
  unsaidThings: -0.8,
  longestRun: -0.73,
  unsaidAtEnd: -1.16,
  torn: -0.75,
  reversed: -0.57,
  swapped: -1.04,
  inverted: -0.86,
  scattered: -0.8,
};
