import type { InputName } from './support-model.ts';

/** Fitted by `lab/fit/fit-support.ts`, whose first lines say on what. */
export const SUPPORTED = 0.42;
export const PARTLY = 0.15;
export const BIAS = 1.26;
export const WEIGHTS: Readonly<Record<InputName, number>> = {
  unsaid: -0.68,
  mostlyUnsaid: -0.56,
  foreign: -0.35,
  unsaidThing: -0.15,
  unsaidThings: -0.44,
  oddWord: 0.0,
  oddThing: 0.0,
  worstClause: 0.0,
  longestRun: -0.69,
  unsaidAtEnd: -0.79,
  sister: 0.0,
  torn: -0.67,
  misbound: -0.41,
  reversed: -0.41,
  swapped: -0.75,
  inverted: -0.73,
  acrossLanguages: -0.05,
  scattered: -0.66,
  short: -0.38,
  quotationWrong: 0.0,
  numberWrong: 0.0,
  dateWrong: 0.0,
  nameWrong: 0.0,
  negationWrong: 0.0,
  oppositeWrong: -1.75,
  bearerWrong: -2.53,
  bindingWrong: -0.72,
  scopeWrong: 0.0,
  openWrong: -0.35,
  partWrong: -0.49,
  partlyWrong: -0.64,
  wrongAcross: 0.0,
  unsaidAcross: -0.29,
};
