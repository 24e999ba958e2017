/** Written by `lab/fit-short-answers`; see there for what it was fitted on. */
export const SURENESS_MODEL = {
  from: 'set by hand, to be fitted',
  threshold: 0.6,
  intercept: -6,
  weights: {
    fit: 2,
    bound: 1,
    coverage: 1,
    clause: 1.5,
    nearness: 1.5,
    names: 0.5,
    namesAround: 1,
    lead: 2.5,
    rank: 0.5,
    agreement: 1,
    rivals: -0.5,
  },
} as const;
