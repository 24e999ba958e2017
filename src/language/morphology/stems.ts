import { stemmer } from 'stemmer';
import { americanSpelling } from './american-spelling.ts';
import { regularForm } from './irregular-forms.ts';

/** An English word in lower case without its possessive. */
function wordBase(word: string): string {
  return word.toLowerCase().replace(/['’]s?$/u, '');
}

/**
 * The form that English words are compared in: lower case, possessive dropped, American spelling,
 * Porter stem (M. F. Porter, "An algorithm for suffix stripping", 1980).
 */
export function stemEnglish(word: string): string {
  return stemmer(americanSpelling(regularForm(wordBase(word))));
}
