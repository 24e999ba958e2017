import { foldText, toHalfWidth } from '../characters/fold.ts';
import { createSimplifier } from '../characters/simplify.ts';
import { digitsTerm, numeralTerm } from '../numbers/number-terms.ts';
import { spellEnglish, stemEnglish, stemWithItsSpelling } from './stems.ts';

/** Rules that give different ways of writing a word one form, for switching them off one by one. */
export const WORD_FORM_RULES = ['width', 'traditional', 'stems', 'spelling', 'numbers'] as const;
export type WordFormRuleName = (typeof WORD_FORM_RULES)[number];

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
  /** What the dictionary and the word vectors know a word in its form by. */
  readonly conceptStem: (normal: string) => string;
  /** Digits as a number, `2,400` → `2400`. */
  readonly digits: (digits: string) => string;
  /** A number written as a word, `两千四百` → `2400`; null for other words. */
  readonly numeral: (word: string) => string | null;
}

const unchanged = (text: string) => text;

/** Folds all but full-width characters. */
const foldNarrow = (text: string) => text.replace(/[^\uFF01-\uFF5E\u3000]+/gu, foldText);

/** @param without rules to leave out, for measuring what each is worth */
export function createWordForms(without: readonly string[] = []): WordForms {
  const lacks = (rule: WordFormRuleName) => without.includes(rule);
  const simplify = lacks('traditional') ? unchanged : createSimplifier();
  const halfWidth = lacks('width') ? unchanged : toHalfWidth;
  const fold = lacks('width') ? foldNarrow : foldText;
  const stem = lacks('spelling') ? stemWithItsSpelling : stemEnglish;
  return {
    plain: (text) => simplify(halfWidth(text)),
    fold: (text) => simplify(fold(text)),
    stem: lacks('stems') ? spellEnglish : stem,
    conceptStem: lacks('stems') ? stem : unchanged,
    digits: lacks('numbers') ? unchanged : digitsTerm,
    numeral: lacks('numbers') ? () => null : numeralTerm,
  };
}
