import type { FEATURE_NAMES } from './support-features.ts';

/** Fitted by `lab/fit/fit-support.ts`, whose first lines say on what. */
export const BIAS = 1.38;
export const WEIGHTS: Readonly<Record<(typeof FEATURE_NAMES)[number], number>> = {
  unsaid: -0.26,
  foreign: -0.28,
  rarestUnsaid: -0.41,
  rarestForeign: -0.51,
  worstClause: -0.51,
  longestRun: -0.38,
  contested: -0.07,
  torn: -0.39,
  otherSubject: -0.39,
  opposite: -0.15,
  cause: -0.2,
  acrossLanguages: 0.27,
  scattered: -0.35,
  short: 0.1,
};
