const DAY = 86_400_000;

/** Something with a first and last day, `YYYY-MM-DD`. */
export interface Dated {
  readonly from: string;
  readonly to: string;
}

/** Where a thing stands on the axis: shares of its width from 0 to 1, and its row from 0. */
export interface AxisPlace<T extends Dated> {
  readonly item: T;
  readonly left: number;
  readonly width: number;
  readonly lane: number;
}

export interface AxisLayout<T extends Dated> {
  readonly places: readonly AxisPlace<T>[];
  readonly lanes: number;
  readonly ticks: readonly { readonly day: string; readonly left: number }[];
}

const dayNumber = (day: string): number => Math.floor(Date.parse(`${day}T00:00:00Z`) / DAY);
const dayText = (number: number): string => new Date(number * DAY).toISOString().slice(0, 10);

/**
 * Places things on a time axis so that none covers another: each takes the first row that is free
 * where it stands.
 * @param leastWidth share of the axis that the shortest needs to be seen and pressed
 * @param mostTicks most days that are written below the axis
 */
export function layOutAxis<T extends Dated>(
  items: readonly T[],
  leastWidth: number,
  mostTicks: number,
): AxisLayout<T> {
  const days = items.flatMap(({ from, to }) => [dayNumber(from), dayNumber(to)]);
  const first = Math.min(...days);
  const length = Math.max(...days) + 1 - first;
  const free: number[] = [];
  const places = [...items]
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
    .map((item) => {
      const width = Math.max(leastWidth, (dayNumber(item.to) + 1 - dayNumber(item.from)) / length);
      const left = Math.min((dayNumber(item.from) - first) / length, 1 - width);
      const found = free.findIndex((end) => end <= left);
      const lane = found < 0 ? free.length : found;
      free[lane] = left + width;
      return { item, left, width, lane };
    });
  const step = Math.max(1, Math.ceil(length / mostTicks));
  const ticks = Array.from({ length: Math.ceil(length / step) }, (_, index) => ({
    day: dayText(first + index * step),
    left: (index * step) / length,
  }));
  return { places, lanes: free.length, ticks };
}
