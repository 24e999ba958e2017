/**
 * Forms of an English word that stemming does not bring together, irregular verbs most of them.
 * Keys and values are stems as the analyzer makes them.
 */
const IRREGULAR =
  'meet met, win won, hold held, take took taken, make made, give gave given, lead led, tell told, ' +
  'begin began begun, build built, buy bought, sell sold, lose lost, leav left, keep kept, grow grew ' +
  'grown, rise rose risen, fall fell fallen, send sent, spend spent, becom becam, choos chose chosen, ' +
  'write wrote written, speak spoke spoken speech, drive drove driven, fly flew flown flight, shoot ' +
  'shot, fight fought, seek sought, teach taught, think thought, find found, come came, go went gone, ' +
  'see saw seen, know knew known, run ran, bring brought, get got, hear heard, pai paid, stand stood, ' +
  'understand understood, wear wore worn, sing sang sung, swim swam, break broke broken, steal stole ' +
  'stolen, hide hid hidden, die death dead, strike struck, draw drew drawn, throw threw thrown, feel ' +
  'felt, deal dealt, mean meant, lai laid, lie lai lain, sit sat, born birth bear, man men, woman ' +
  'women, person peopl, child children, decid decis, choic choos, grow growth';

const GROUPS = IRREGULAR.split(', ').map((group) => group.split(' '));
const BY_STEM = new Map(
  GROUPS.flatMap((group) =>
    group.map((stem) => [stem, group.filter((other) => other !== stem)] as const),
  ),
);

/** Other stems under which the same word may stand; empty for most. */
export function variantsOf(stem: string): readonly string[] {
  return BY_STEM.get(stem) ?? [];
}

/** All stems that have one of some stems for a variant. */
export function stemsVaryingTo(stems: { has(stem: string): boolean }): string[] {
  return [...BY_STEM].flatMap(([stem, variants]) =>
    variants.some((one) => stems.has(one)) ? [stem] : [],
  );
}
