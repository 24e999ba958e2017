import fc from 'fast-check';
import { expect, it } from 'vitest';
import { memoize } from '../../src/core/memoize.ts';

it('answers as the function does, whatever is asked and in whatever order', () => {
  const lengthOrNull = (key: string) => (key.length > 3 ? null : key.length);
  fc.assert(
    fc.property(
      fc.array(fc.string({ maxLength: 5 })),
      fc.integer({ min: 1, max: 4 }),
      (keys, limit) => {
        const remembered = memoize(lengthOrNull, limit);
        expect(keys.map(remembered)).toEqual(keys.map(lengthOrNull));
      },
    ),
  );
});

it('computes what is asked for often once, while rare keys pass by', () => {
  const computed: string[] = [];
  const remembered = memoize((key) => computed.push(key), 10);
  for (let rare = 0; rare < 1000; rare++) {
    remembered('frequent');
    remembered(`rare ${rare}`);
  }
  expect(computed.filter((key) => key === 'frequent')).toHaveLength(1);
});

it('forgets, so that memory stays bounded', () => {
  const computed: string[] = [];
  const remembered = memoize((key) => computed.push(key), 10);
  remembered('first');
  for (let other = 0; other < 100; other++) remembered(`other ${other}`);
  remembered('first');
  expect(computed.filter((key) => key === 'first')).toHaveLength(2);
});
