import { YinzhengError } from './errors.ts';

/**
 * Refuses a range that no date can lie in, which would look like a collection without articles.
 * @param range days as `YYYY-MM-DD`, both inclusive; an absent one leaves that side open
 * @throws {YinzhengError} `inverted-range`
 */
export function requireOrderedRange(range: {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}): void {
  const { from, to } = range;
  if (from === undefined || to === undefined || from <= to) return;
  throw new YinzhengError('inverted-range', `"from" is ${from} and "to" is ${to}.`, {
    field: 'to',
  });
}
