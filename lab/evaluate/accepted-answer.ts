import { monthOfName } from '../../src/language/dates/months.ts';

/** Groups of accepted answers: every group must be met, by any one of its strings. */
export type AnswerGroups = readonly (readonly string[])[];

/**
 * Groups of an `answer` field, where a string is a group by itself and a list holds alternatives.
 * A flat list of one date in several spellings (`Dec 1, 2017`, `1 December 2017`) is one group: no
 * text could be asked to hold them all.
 */
export function groupAcceptedAnswers(
  answer: readonly (string | readonly string[])[],
): AnswerGroups {
  const strings = answer.filter((entry) => typeof entry === 'string');
  if (strings.length === answer.length && strings.length > 1) {
    const dates = new Set(strings.map(englishDateKey));
    if (dates.size === 1 && !dates.has(null)) return [strings];
  }
  return answer.map((entry) => (typeof entry === 'string' ? [entry] : entry));
}

/** Month, day and year of an English date in any order, or null for what is none. */
function englishDateKey(text: string): string | null {
  const words = text.toLowerCase().match(/[a-z]+|\d+/g) ?? [];
  const month = words.find((word) => monthOfName(word) !== null);
  const numbers = words.filter((word) => /^\d+$/.test(word));
  if (month === undefined || numbers.length === 0 || words.length > 3) return null;
  return [month.slice(0, 3), ...numbers].join(' ');
}

/** Width, case and blanks aside, which the accepted answers do not agree on with the articles. */
function normalize(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '');
}

/** Whether a text holds an accepted answer of every group. */
export function holdsEveryAnswer(text: string, groups: AnswerGroups): boolean {
  const normalized = normalize(text);
  return groups.every((group) => group.some((form) => normalized.includes(normalize(form))));
}

/** Whether a text holds, or is part of, an accepted answer of at least one group. */
export function holdsSomeAnswer(text: string, groups: AnswerGroups): boolean {
  const normalized = normalize(text);
  return groups.some((group) => group.some((form) => normalized.includes(normalize(form))));
}
