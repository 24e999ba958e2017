import { WORD_FORM_RULES } from '../morphology/word-forms.ts';
import { NAME_KEY_KINDS } from '../names/name-keys.ts';
import { TERM_RULES } from './term-rules.ts';

/**
 * Every rule of the analysis that can be switched off, for measuring what it is worth. `numbers` is
 * a rule of words (2,400 = 2400) and of terms (1.2亿 = 120 million), switched off together;
 * `newsWords` are those that the segmenter is taught beside its own dictionary, `wordParts` are the
 * meanings of a word that the dictionary lacks.
 */
export const TEXT_RULES = [
  'newsWords',
  ...WORD_FORM_RULES.filter((rule) => rule !== 'numbers'),
  ...TERM_RULES,
  'wordParts',
  ...NAME_KEY_KINDS,
] as const;
export type TextRuleName = (typeof TEXT_RULES)[number];
