/** In place of a figure that was not measured. */
export const MISSING = '–';

/** For cli-table3: no colours, and no rule below every line. */
export const PLAIN_TABLE = {
  style: { head: [], border: [] },
  chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
};

export function fixed(value: number | undefined, digits: number): string {
  return value === undefined ? MISSING : value.toFixed(digits);
}

/** A share from 0 to 1 as `.964`. */
export function share(value: number | null | undefined): string {
  return value == null ? MISSING : value.toFixed(3).replace(/^0/, '');
}

/** The value, and in brackets how many times the base it is. */
export function withRatio(
  value: number | undefined,
  base: number | undefined,
  digits: number,
): string {
  const shown = fixed(value, digits);
  if (value === undefined || base === undefined || value === base) return shown;
  return value > 0 && base > 0 ? `${shown} (${ratio(value / base)})` : shown;
}

/** Two figures that count. */
export function ratio(value: number): string {
  return value >= 10 ? value.toFixed(0) : value.toPrecision(2);
}

export function seconds(milliseconds: number | undefined): number | undefined {
  return milliseconds === undefined ? undefined : milliseconds / 1000;
}
