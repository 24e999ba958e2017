/** Months as English writes them in full, January first. */
export const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** Months as English shortens them; `May` has no short form. The longer one stands first. */
export const MONTH_ABBREVIATIONS = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'Jun',
  'Jul',
  'Aug',
  'Sept',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const;

const NUMBER_OF = new Map(
  MONTH_NAMES.map((name, index) => [name.slice(0, 3).toLowerCase(), index + 1]),
);

/** From 1 to 12, by the first three letters of an English name in any case; null for none. */
export function monthOfName(name: string): number | null {
  return NUMBER_OF.get(name.slice(0, 3).toLowerCase()) ?? null;
}

/** Days of the week as English writes them in full, Monday first. */
export const WEEKDAY_NAMES = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;
