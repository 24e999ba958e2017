import type { FEATURE_NAMES } from './support-features.ts';

/** Fitted by `lab/fit/fit-support.ts`, whose first lines say on what. */
export const BIAS = 1.42;
export const WEIGHTS: Readonly<Record<(typeof FEATURE_NAMES)[number], number>> = {
  unsaid: -0.31,
  mostlyUnsaid: -0.06,
  foreign: -0.33,
  rarestUnsaid: -0.44,
  rarestForeign: -0.57,
  worstClause: -0.55,
  longestRun: -0.42,
  replaced: -0.1,
  torn: -0.44,
  otherSubject: -0.25,
  opposite: -0.14,
  cause: -0.18,
  acrossLanguages: 0.29,
  scattered: -0.44,
  short: 0.01,
};
