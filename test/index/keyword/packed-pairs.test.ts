import { tmpdir } from 'node:os';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pagesInMemory, pagesOnDisk } from '../../../src/index/columns/pages.ts';
import { PackedPairs } from '../../../src/index/keyword/packed-pairs.ts';

describe('PackedPairs', () => {
  it('gives back what was appended, group by group, over many pages and values', () => {
    const pair = fc.tuple(
      fc.oneof(fc.nat(200), fc.nat(70_000), fc.nat(2 ** 31 - 1)),
      fc.oneof(fc.nat(3), fc.nat(65_535)),
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(pair, { maxLength: 60 }), { maxLength: 20 }),
        fc.constantFrom(1, 1, 1, 400),
        fc.constantFrom(pagesInMemory, pagesOnDisk(tmpdir())),
        (pattern, repeats, openPages) => {
          const groups = Array.from({ length: repeats }, () => pattern).flat();
          const pairs = new PackedPairs(openPages('pairs'));
          for (const [number, value] of groups.flat()) pairs.append(number, value);
          const drained: [number, number][][] = groups.map(() => []);
          pairs.drain(
            groups.map((group) => group.length),
            (group, number, value) => drained[group]?.push([number, value]),
          );
          expect(drained).toEqual(groups);
        },
      ),
      { numRuns: 40 },
    );
  });
});
