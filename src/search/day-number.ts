import type { IsoDay } from '../language/dates/calendar.ts';

/** A calendar day whose digits are those of `YYYYMMDD`: in order of time, and quick to compare. */
export type DayNumber = number;

/** @param date `YYYY-MM-DD`; what follows is left out */
export function dayNumber(date: IsoDay): DayNumber {
  return (
    Number(date.slice(0, 4)) * 10_000 + Number(date.slice(5, 7)) * 100 + Number(date.slice(8, 10))
  );
}
