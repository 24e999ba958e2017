import { expect, it } from 'vitest';
import { NumberList } from '../../../src/index/columns/number-list.ts';

it.each([0, 1, 1_024, 1_025, 65_536, 65_537, 200_000])('holds %i numbers in order', (count) => {
  const list = new NumberList();
  for (let number = 0; number < count; number++) list.append(number * 7);
  expect(list.length).toBe(count);
  const array = list.toArray();
  expect(array.length).toBe(count);
  expect(array.every((value, place) => value === place * 7)).toBe(true);
  expect(list.length).toBe(count);
});
