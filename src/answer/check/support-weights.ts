import type { InputName } from './support-model.ts';

/** Fitted by `lab/fit/fit-support.ts`, whose first lines say on what. */
export const SUPPORTED = 0.5;
export const PARTLY = 0.2;
export const BIAS = 1.34;
export const WEIGHTS: Readonly<Record<InputName, number>> = {
  unsaid: -0.38,
  mostlyUnsaid: -0.11,
  foreign: -0.37,
  rarestUnsaid: -0.35,
  rarestForeign: -0.41,
  worstClause: -0.55,
  longestRun: -0.49,
  replaced: 0.04,
  torn: -0.48,
  acrossLanguages: 0.24,
  scattered: -0.37,
  short: 0.11,
};
