import { compareStatements } from '../language/discourse/compare-statements.ts';
import type { Statement } from './statement.ts';

/** Two statements of one matter that give a figure, or a day, differently. */
export interface Difference {
  readonly kind: 'figure' | 'date';
  readonly first: Statement;
  readonly second: Statement;
  /** The piece of each that differs, as written. */
  readonly firstValue: string;
  readonly secondValue: string;
}

/** How two statements contradict each other, or null where they do not. */
export function findDifference(first: Statement, second: Statement): Difference | null {
  const [sentence, other] = [first.sentence(), second.sentence()];
  if (sentence === null || other === null) return null;
  const disagreement = compareStatements(sentence, other)?.disagreement ?? null;
  if (disagreement === null) return null;
  const [firstValue, secondValue] = disagreement.values;
  return { kind: disagreement.kind, first, second, firstValue, secondValue };
}

/** Differences between statements of different outlets, each pair of articles and values once. */
export function findDifferences(statements: readonly Statement[]): Difference[] {
  const found = new Map<string, Difference>();
  for (const [index, first] of statements.entries()) {
    if (first.numbers().length === 0 && first.dates.length === 0) continue;
    for (const second of statements.slice(index + 1)) {
      if (first.article.outlet.name === second.article.outlet.name) continue;
      const difference = findDifference(first, second);
      if (difference === null) continue;
      const key = [difference.firstValue, difference.secondValue].sort().join(' | ');
      if (!found.has(key)) found.set(key, difference);
    }
  }
  return [...found.values()];
}
