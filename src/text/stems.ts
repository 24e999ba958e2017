import { stemmer } from 'stemmer';

/**
 * The form that English words are compared in: lower case, possessive dropped, Porter stem
 * (M. F. Porter, "An algorithm for suffix stripping", 1980).
 */
export function stemEnglish(word: string): string {
  const base = word.toLowerCase().replace(/['’]s?$/u, '');
  return stemmer(base);
}
