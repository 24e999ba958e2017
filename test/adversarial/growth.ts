import type { AdversarialText } from './texts.ts';

/** Below this a run is too short to be judged, in milliseconds of processor time. */
const FLOOR = 20;
/** What twice the length may cost: linear time is 2, quadratic 4. */
const MAX_GROWTH = 2.6;
/** Runs of which the fastest counts, where a text looks as if its time grew faster. */
const ATTEMPTS = 4;
/** From here on growth is told without looking further: the next length could take minutes. */
const LONG = 1000;
/** So is growth by this much, which at the lengths looked at is exponential. */
const EXPONENTIAL_GROWTH = 12;

/** A text whose time grows faster than its length. */
export interface GrowthFailure {
  readonly name: string;
  readonly length: number;
  /** Processor time at half the length and at `length`, in milliseconds. */
  readonly half: number;
  readonly whole: number;
}

export interface GrowthLengths {
  /** In UTF-16 code units; short enough for exponential time to end. */
  readonly from: number;
  readonly to: number;
}

/**
 * Does some work on texts of doubling lengths, and lists those for which processor time grew by
 * more than {@link MAX_GROWTH} from one length to the next. Growth has to show at two lengths in
 * a row, by the fastest of several runs each, so that neither the garbage collector nor code that
 * is not compiled yet is taken for it, unless it is so much that the next length might not end.
 */
export async function findGrowth(
  texts: readonly AdversarialText[],
  work: (text: string) => unknown,
  lengths: GrowthLengths,
): Promise<GrowthFailure[]> {
  const failures: GrowthFailure[] = [];
  for (const text of texts) {
    const failure = await growthOf(text, work, lengths);
    if (failure !== null) failures.push(failure);
  }
  return failures;
}

async function growthOf(
  { name, make }: AdversarialText,
  work: (text: string) => unknown,
  { from, to }: GrowthLengths,
): Promise<GrowthFailure | null> {
  let half = Number.POSITIVE_INFINITY;
  let grewBefore = false;
  for (let length = from; length <= to || grewBefore; length *= 2) {
    const text = make(length);
    let whole = await processorTime(() => work(text));
    const grows = () => whole > FLOOR && whole > MAX_GROWTH * half;
    for (let run = 1; run < ATTEMPTS && grows() && whole < LONG; run++) {
      whole = Math.min(whole, await processorTime(() => work(text)));
    }
    const isSure = grewBefore || whole >= LONG || whole > EXPONENTIAL_GROWTH * half;
    if (grows() && isSure) return { name, length, half, whole };
    grewBefore = grows();
    half = whole;
  }
  return null;
}

async function processorTime(run: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
