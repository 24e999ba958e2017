/** Seeded random choices, the same for the same seed (mulberry32). */
export interface Random {
  /** A whole number from 0 to `below - 1`. */
  whole(below: number): number;
  pick<Item>(items: readonly Item[]): Item;
  /** True with a probability from 0 to 1. */
  chance(probability: number): boolean;
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const random: Random = {
    whole: (below) => Math.floor(next() * below),
    pick(items) {
      const item = items[random.whole(items.length)];
      if (item === undefined) throw new RangeError('Expected something to pick from; got nothing.');
      return item;
    },
    chance: (probability) => next() < probability,
  };
  return random;
}
