import { stemmer } from 'stemmer';
import { americanSpelling } from './american-spelling.ts';
import { regularForm } from './irregular-forms.ts';

/**
 * The form that English words are compared in: lower case, possessive dropped, American spelling,
 * Porter stem (M. F. Porter, "An algorithm for suffix stripping", 1980).
 */
export function stemEnglish(word: string): string {
  const base = word.toLowerCase().replace(/['’]s?$/u, '');
  return stemmer(americanSpelling(regularForm(base)));
}
