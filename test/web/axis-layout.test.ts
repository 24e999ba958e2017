import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOutAxis } from '../../web/src/events/axis-layout.ts';

const day = fc
  .integer({ min: 0, max: 400 })
  .map((offset) => new Date(Date.UTC(2025, 0, 1 + offset)).toISOString().slice(0, 10));
const event = fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));

describe('the axis of events', () => {
  it('places things in proportion to their days', () => {
    const { places, lanes } = layOutAxis(
      [
        { from: '2025-06-25', to: '2025-06-26' },
        { from: '2025-07-04', to: '2025-07-04' },
      ],
      0,
      5,
    );
    expect(places.map(({ left, width }) => [left, width])).toEqual([
      [0, 0.2],
      [0.9, 0.1],
    ]);
    expect(lanes).toBe(1);
  });

  it('covers nothing with anything else, and stays on the axis', () => {
    fc.assert(
      fc.property(fc.array(event, { minLength: 1, maxLength: 30 }), (events) => {
        const { places, ticks } = layOutAxis(events, 0.05, 6);
        for (const place of places) {
          expect(place.left).toBeGreaterThanOrEqual(0);
          expect(place.left + place.width).toBeLessThanOrEqual(1 + 1e-9);
          const beside = places.filter((other) => other !== place && other.lane === place.lane);
          for (const other of beside) {
            const apart =
              other.left >= place.left + place.width - 1e-9 ||
              place.left >= other.left + other.width - 1e-9;
            expect(apart).toBe(true);
          }
        }
        expect(ticks.length).toBeLessThanOrEqual(6);
      }),
    );
  });
});
