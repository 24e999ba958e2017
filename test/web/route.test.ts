import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRoute, HOME, parseRoute, type Route } from '../../web/src/state/route.ts';

const day = fc.integer({ min: 10, max: 28 }).map((number) => `2025-06-${number}`);
const text = fc.string({ minLength: 1, unit: 'grapheme' });
const filters = fc.record({
  from: fc.option(day, { nil: undefined }),
  to: fc.option(day, { nil: undefined }),
  source: fc.option(text, { nil: undefined }),
  language: fc.constantFrom('zh' as const, 'en' as const, undefined),
});
const span = fc.record({
  marker: fc.option(fc.integer({ min: 1, max: 99 })),
  start: fc.nat(),
  end: fc.nat(),
});
const reader = fc
  .record({ articleId: text, spans: fc.array(span), at: fc.nat() })
  .map(({ at, ...target }) => ({ ...target, active: at % Math.max(1, target.spans.length) }));
const view: fc.Arbitrary<Route['view']> = fc.oneof(
  fc.record({
    name: fc.constant('chat' as const),
    conversation: fc.option(text),
    asks: fc.array(text),
  }),
  fc.record({ name: fc.constant('search' as const), query: fc.string(), filters }),
  fc.record({
    name: fc.constant('events' as const),
    event: fc.option(text),
    query: fc.string(),
    filters,
  }),
  fc.record({ name: fc.constant('timeline' as const), query: fc.string(), filters }),
);

describe('the address of what is shown', () => {
  it('reads back as it was written, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.record({ view, reader: fc.option(reader) }), (route) => {
        expect(parseRoute(formatRoute(route))).toEqual(route);
      }),
    );
  });

  it('is the start page where it makes no sense', () => {
    for (const hash of ['', '#', '#/', '#/%E0%A4%A', '#nonsense', '#/chat?article']) {
      expect(parseRoute(hash).view.name).toBe('chat');
    }
    expect(parseRoute('')).toEqual(HOME);
  });
});
