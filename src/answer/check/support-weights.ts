import type { SupportFeatures } from './support-features.ts';

/** Fitted by `lab/fit/fit-support.ts`, whose first lines say on what. */
export const BIAS = 1.64;
export const WEIGHTS: Readonly<Record<keyof SupportFeatures, number>> = {
  unsaid: -0.37,
  foreign: -0.45,
  rarestUnsaid: -0.4,
  rarestForeign: -0.56,
  worstClause: -0.72,
  longestRun: -0.61,
  contested: 0.2,
  torn: -0.33,
  swapped: -0.29,
  inverted: -0.26,
  otherSubject: -0.68,
  opposite: -0.23,
  cause: -0.32,
  acrossLanguages: 0.26,
  scattered: -0.5,
  short: 0.09,
};
