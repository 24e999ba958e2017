import { z } from 'zod';

/** Fields that several requests share. */

/** A day of the calendar, `YYYY-MM-DD`. */
export const day = z.iso.date('a day of the form YYYY-MM-DD was expected');

/** A model that writes, by its name on the model's server. */
export const chosenModel = z.string().min(1).max(200);

export const language = z.enum(['zh', 'en']);

/** An id in a path; whatever it is, the application knows it or does not. */
export const idParameter = z.object({ id: z.string().max(200) });

/** `ArticleFilters`, as an object of a body or as parameters of a query. */
export const filterFields = {
  from: day.optional(),
  to: day.optional(),
  source: z.string().trim().min(1).max(200).optional(),
  language: language.optional(),
};

/** Which part of a list to send. */
export const pageFields = {
  page: wholeNumber(1, 1, 1_000_000),
  pageSize: wholeNumber(20, 1, 100),
};

/** A whole number in a query. */
export function wholeNumber(fallback: number, least: number, most: number) {
  return z
    .string()
    .regex(/^\d{1,9}$/, `a whole number from ${least} to ${most} was expected`)
    .transform(Number)
    .pipe(z.int().min(least).max(most))
    .default(fallback);
}

/** `1` or `0` in a query; absent means no. */
export const flag = z
  .enum(['0', '1'])
  .default('0')
  .transform((value) => value === '1');
