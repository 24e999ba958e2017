import type { NumberReading } from '../../core/sentence.ts';

/** One way of writing numbers. The first rule that matches a stretch of text has it. */
export interface NumberRule {
  /** Names the rule in tests and measurements: language and way of writing. */
  readonly id: string;
  readonly pattern: RegExp;
  /** What a match says, or null when it counts nothing after all (十分). */
  read(match: RegExpMatchArray): NumberReading | null;
  /** Texts with what the rule reads there: value, kind and unit (`2400 cardinal 名`). */
  readonly examples: readonly (readonly [text: string, reading: string])[];
  /** Texts in which the rule by itself must find nothing. */
  readonly not: readonly string[];
}

/** A rule whose pattern is given as text, to be compiled to find every match in either case. */
export function numberRule({
  pattern,
  ...rule
}: Omit<NumberRule, 'pattern'> & { readonly pattern: string }): NumberRule {
  return { ...rule, pattern: new RegExp(pattern, 'giu') };
}
