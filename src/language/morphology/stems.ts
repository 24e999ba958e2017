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
  return stemmer(spellEnglish(word));
}

/** A word's American spelling with its inflection, unless that is irregular. */
export function spellEnglish(word: string): string {
  return americanSpelling(regularForm(wordBase(word)));
}

/** A word's Porter stem, in British spelling where it is written so. */
export function stemWithItsSpelling(word: string): string {
  return stemmer(regularForm(wordBase(word)));
}
