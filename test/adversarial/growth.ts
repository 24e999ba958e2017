import type { AdversarialText } from './texts.ts';

/** Below this a run is too short to be judged, in milliseconds of processor time. */
const FLOOR = 20;
/** What twice the length may cost: linear time is 2, quadratic 4. */
const MAX_GROWTH = 2.6;
/** A pair of runs that tells by itself that nothing grew. */
const PLAINLY_LINEAR = 2.2;
/** Pairs of runs of which the fastest counts, where a text looks as if its time grew faster. */
const ATTEMPTS = 6;
/** Each length on the way to the one that is judged is so many times the one before. */
const STEP = 4;
/** Up to a length of this, in UTF-16 units, so many times: exponential time shows there first. */
const SHORT = 100;
const SHORT_STEP = 1.5;
const MIN_LENGTH = 16;
/** From here on no longer length is tried: it could take minutes. */
const LONG = 2000;
/** So with a step that takes this much longer than the one before: quadratic would be 16. */
const EXPONENTIAL_GROWTH = 60;

/** A text whose time grows faster than its length. */
export interface GrowthFailure {
  readonly name: string;
  readonly length: number;
  /** Processor time at half the length and at `length`, in milliseconds. */
  readonly half: number;
  readonly whole: number;
}

/**
 * Does some work on texts of a length, and lists those for which processor time grew by more than
 * {@link MAX_GROWTH} from half of it. Only texts that take longer than {@link FLOOR} are looked at
 * twice; shorter lengths come first, so that exponential time is told before it takes hours.
 *
 * Processor time, unlike time, is not spent by others, but a busy machine stretches it, and so do
 * the garbage collector and code that is not compiled yet. Both lengths are therefore run in turn,
 * the fastest of each counts, and growth has to show at twice the length and once more at the length.
 * @param length in UTF-16 code units
 */
export async function findGrowth(
  texts: readonly AdversarialText[],
  work: (text: string) => unknown,
  length: number,
): Promise<GrowthFailure[]> {
  const failures: GrowthFailure[] = [];
  for (const text of texts) {
    const failure = await growthOf(text, work, length);
    if (failure !== null) failures.push(failure);
  }
  return failures;
}

async function growthOf(
  { name, make }: AdversarialText,
  work: (text: string) => unknown,
  length: number,
): Promise<GrowthFailure | null> {
  let failure: GrowthFailure | null = null;
  let before = Number.POSITIVE_INFINITY;
  for (const step of stepsTo(length)) {
    const text = make(step);
    let time = await processorTime(() => work(text));
    const exploded = () => time > FLOOR && time > EXPONENTIAL_GROWTH * Math.max(1, before);
    if (exploded() && time <= LONG) {
      time = Math.min(time, await processorTime(() => work(text)));
    }
    if (time > LONG || (exploded() && step < length)) {
      return { name, length: step, half: before, whole: time };
    }
    before = time;
  }
  if (before <= FLOOR) return null;
  // The last look is at the same length as the first, when all code that runs is compiled.
  for (const judged of [length, 2 * length, length]) {
    const { half, whole } = await compare(make, work, judged);
    if (!grows(half, whole)) return null;
    if (whole > LONG) return { name, length: judged, half, whole };
    failure = { name, length: judged, half, whole };
  }
  return failure;
}

/** Lengths up to the one that is judged, which is the last. */
function stepsTo(length: number): number[] {
  const steps: number[] = [];
  for (let step = length; step >= MIN_LENGTH; step /= step > SHORT ? STEP : SHORT_STEP)
    steps.unshift(Math.floor(step));
  return steps;
}

function grows(half: number, whole: number): boolean {
  return whole > FLOOR && whole > MAX_GROWTH * half;
}

/** The fastest of several runs at half a length and at the length, as many as are needed. */
async function compare(
  make: AdversarialText['make'],
  work: (text: string) => unknown,
  length: number,
): Promise<{ readonly half: number; readonly whole: number }> {
  const [short, long] = [make(length / 2), make(length)];
  let half = Number.POSITIVE_INFINITY;
  let whole = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    whole = Math.min(whole, await processorTime(() => work(long)));
    half = Math.min(half, await processorTime(() => work(short)));
    if (!grows(half, whole) && (attempt > 0 || whole < PLAINLY_LINEAR * half)) break;
    if (whole > LONG) break;
  }
  return { half, whole };
}

async function processorTime(run: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
