import type { Span } from '../core/span.ts';

/** For each UTF-16 unit of a text 1 where one of the spans lies, else 0. */
export function coverOf(text: string, spans: readonly Span[]): Uint8Array {
  const cover = new Uint8Array(text.length);
  for (const { start, end } of spans) cover.fill(1, start, end);
  return cover;
}
