import { describe, expect, it } from 'vitest';
import { mapInTurns } from '../../src/events/map-in-turns.ts';

/** Keeps the thread for more than a turn. */
function work(item: number): number {
  const began = performance.now();
  while (performance.now() - began < 25);
  return 2 * item;
}

describe('mapInTurns', () => {
  it('maps every item in order', async () => {
    expect(await mapInTurns([1, 2, 3], work)).toEqual([2, 4, 6]);
    expect(await mapInTurns([], work)).toEqual([]);
  });

  it('lets a signal come in between, and stops', async () => {
    const stopped = new AbortController();
    let mapped = 0;
    setImmediate(() => stopped.abort(new Error('enough')));
    const mapping = mapInTurns(
      Array.from({ length: 50 }, (_, item) => item),
      (item) => {
        mapped++;
        return work(item);
      },
      stopped.signal,
    );
    await expect(mapping).rejects.toThrow('enough');
    expect(mapped).toBeLessThan(50);
  });
});
