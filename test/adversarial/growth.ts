import type { AdversarialText } from './texts.ts';

/** Below this a run is too short to be judged, in milliseconds of processor time. */
const FLOOR = 20;
/** What twice the length may cost: linear time is 2, quadratic 4. */
const MOST_GROWTH = 2.6;
const ATTEMPTS = 4;

export interface GrowthFailure {
  readonly name: string;
  readonly length: number;
  /** Processor time at half the length and at `length`, in milliseconds. */
  readonly half: number;
  readonly whole: number;
}

type Work = (text: string) => unknown;

/**
 * Reads a text at doubling lengths, and tells the first at which processor time grew by more than
 * {@link MOST_GROWTH}; null where it never did. What looks like growth is measured again, and the
 * least time of several counts. Stops at the first failure, so that exponential time is told soon.
 */
export async function findGrowth(
  text: AdversarialText,
  work: Work,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<GrowthFailure | null> {
  let half = Number.POSITIVE_INFINITY;
  for (let length = from; length <= to; length *= 2) {
    let whole = await timed(text.make(length), work);
    for (let i = 1; i < ATTEMPTS && whole > FLOOR && whole > MOST_GROWTH * half; i++) {
      if (whole > 100 * FLOOR) break;
      whole = Math.min(whole, await timed(text.make(length), work));
    }
    if (whole > FLOOR && whole > MOST_GROWTH * half) return { name: text.name, length, half, whole };
    half = whole;
  }
  return null;
}

async function timed(text: string, work: Work): Promise<number> {
  const before = process.cpuUsage();
  await work(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
