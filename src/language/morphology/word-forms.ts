import { foldText, toHalfWidth } from '../characters/fold.ts';
import { createSimplifier } from '../characters/simplify.ts';
import { digitsTerm, numeralTerm } from '../numbers/number-terms.ts';
import { stemEnglish } from './stems.ts';

/**
 * The form that words are compared in. Case has no rule: stop words, stems and the dictionaries
 * are in lower case throughout.
 */
export interface WordForms {
  /** Half-width and Simplified, with its case; offsets stay. */
  readonly plain: (text: string) => string;
  /** Plain, and without case and accents; offsets stay. */
  readonly fold: (text: string) => string;
  /** What a folded English word shares with its inflections and its other spelling. */
  readonly stem: (word: string) => string;
  /** Digits as a number, `2,400` → `2400`. */
  readonly digits: (digits: string) => string;
  /** A number written as a word, `两千四百` → `2400`; null for other words. */
  readonly numeral: (word: string) => string | null;
}

export function createWordForms(): WordForms {
  const simplify = createSimplifier();
  return {
    plain: (text) => simplify(toHalfWidth(text)),
    fold: (text) => simplify(foldText(text)),
    stem: stemEnglish,
    digits: digitsTerm,
    numeral: numeralTerm,
  };
}
