/**
 * What speaks for a short answer. Of reading collections (CMRC, DRCD, XQuAD), on which
 * `lab/fit-short-answers.ts` fits the same form, hardly anything but dates is sure enough to be
 * shown: their passages are dense and their sentences alike. News is not, so the weights were set
 * on questions asked of it (seeds and news-20k, 111 candidates). The threshold was set anew with the
 * present reader: from it on 21 of 25 are right there by the key, 22 by reading. Nothing else was
 * fitted on those; other questions decide whether it holds.
 */
export const SURENESS_MODEL = {
  from: 'seeds/asked 60, news-20k/asked 51',
  threshold: 0.76,
  intercept: -7.2,
  weights: {
    fit: 2,
    bound: 1,
    coverage: 1,
    clause: 1.5,
    nearness: 1.5,
    names: 0.5,
    namesAround: 1,
    sentence: 1.5,
    rank: 0.5,
    rivals: -0.5,
    lead: 2.5,
    agreement: 1,
    coverageNear: 0,
    leadFirst: 0,
    leadSentence: 0,
    date: 0.5,
    person: -0.8,
    place: -0.3,
    name: -0.5,
    number: 0,
    list: 0,
    role: 1,
  },
} as const;
