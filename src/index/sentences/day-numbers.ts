const DAY_MS = 86_400_000;

/** Makes the numbers of all days from the year 0 on positive. */
const DAYS_BEFORE_1970 = 719_528;

/** Days since the year 0; null for what is no day from there on. */
export function dayNumber(day: string): number | null {
  const time = Date.parse(`${day}T00:00Z`);
  const number = time / DAY_MS + DAYS_BEFORE_1970;
  return Number.isInteger(number) && number >= 0 ? number : null;
}
