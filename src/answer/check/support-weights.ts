import type { FEATURE_NAMES } from './support-features.ts';

/** Fitted by `lab/fit/fit-support.ts`, whose first lines say on what. */
export const BIAS = 1.48;
export const WEIGHTS: Readonly<Record<(typeof FEATURE_NAMES)[number], number>> = {
  unsaid: -0.27,
  foreign: -0.29,
  rarestUnsaid: -0.48,
  rarestForeign: -0.57,
  worstClause: -0.53,
  longestRun: -0.4,
  contested: -0.1,
  torn: -0.4,
  otherSubject: -0.27,
  opposite: -0.15,
  cause: -0.2,
  acrossLanguages: 0.29,
  scattered: -0.38,
  short: 0.06,
};
