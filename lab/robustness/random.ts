import { seededRandom } from '../../src/core/random.ts';

/** Seeded random choices, the same for the same seed. */
export interface Random {
  /** A whole number from 0 to `below - 1`. */
  whole(below: number): number;
  pick<Item>(items: readonly Item[]): Item;
  /** True with a probability from 0 to 1. */
  chance(probability: number): boolean;
}

export function createRandom(seed: number): Random {
  const next = seededRandom(seed);
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
