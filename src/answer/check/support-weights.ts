import type { FEATURE_NAMES } from './support-features.ts';

/** Fitted by `lab/fit/fit-support.ts`, whose first lines say on what; so are the thresholds of the verdicts. */
export const SUPPORTED = 0.33;
export const PARTLY = 0.15;
export const BIAS = 0.91;
export const WEIGHTS: Readonly<Record<(typeof FEATURE_NAMES)[number], number>> = {
  unsaid: -0.85,
  unsaidThings: -0.62,
  longestRun: -0.65,
  unsaidAtEnd: -1.02,
  torn: -0.64,
  reversed: -0.64,
  swapped: -1.09,
  inverted: -0.5,
  scattered: -0.63,
};
