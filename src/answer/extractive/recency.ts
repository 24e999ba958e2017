import type { EvidenceWindow } from './weigh-windows.ts';

/**
 * How recent each window's article is beside the others, from 0 (the oldest, or undated) to 1 (the
 * newest), by the order of their publication days.
 */
export function recencyOf(windows: readonly EvidenceWindow[]): number[] {
  const dayOf = ({ sentence }: EvidenceWindow) => sentence.article.publishedAt?.slice(0, 10);
  const days = [...new Set(windows.flatMap((window) => dayOf(window) ?? []))].sort();
  const places = new Map(days.map((day, place) => [day, place / Math.max(1, days.length - 1)]));
  return windows.map((window) => places.get(dayOf(window) ?? '') ?? 0);
}
