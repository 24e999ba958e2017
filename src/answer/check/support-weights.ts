import type { InputName } from './support-model.ts';

/** Fitted by `lab/fit/fit-support.ts`, whose first lines say on what; so are the thresholds of the verdicts. */
export const SUPPORTED = 0.43;
export const PARTLY = 0.15;
export const BIAS = 1.14;
export const WEIGHTS: Readonly<Record<InputName, number>> = {
  unsaid: -0.84,
  unsaidThings: -0.68,
  longestRun: -0.62,
  unsaidAtEnd: -1.06,
  torn: -0.69,
  reversed: -0.59,
  swapped: -0.98,
  inverted: -0.80,
  scattered: -0.79,
  opposite: -1.67,
  bearer: -2.03,
  binding: -1.18,
  open: -0.39,
  part: -0.73,
};
