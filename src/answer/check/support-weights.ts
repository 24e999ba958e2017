import type { FEATURE_NAMES } from './support-features.ts';

/** Fitted by `lab/fit/fit-support.ts`, whose first lines say on what. */
export const BIAS = 1.18;
export const WEIGHTS: Readonly<Record<(typeof FEATURE_NAMES)[number], number>> = {
  unsaid: -0.39,
  mostlyUnsaid: -0.09,
  foreign: -0.38,
  rarestUnsaid: -0.35,
  rarestForeign: -0.41,
  worstClause: -0.47,
  longestRun: -0.47,
  replaced: -0.15,
  torn: -0.57,
  otherSubject: -0.06,
  opposite: -0.11,
  cause: -0.09,
  acrossLanguages: 0.3,
  scattered: -0.34,
  short: 0.14,
};
