import type { GlossSettings } from '../../src/language/dictionary/gloss-stems.ts';
import { GLOSS_SETTINGS } from '../../src/language/dictionary/load-lexicon.ts';

/** Rules of reading glosses that can be switched off, for measuring what each is worth. */
export const GLOSS_RULES = ['glosses of several words', 'senses that point on'] as const;
export type GlossRuleName = (typeof GLOSS_RULES)[number];

/** The reading of glosses with one rule switched off, by the rule's name. */
export const ABLATED_GLOSSES: Readonly<Record<GlossRuleName, GlossSettings>> = {
  'glosses of several words': { ...GLOSS_SETTINGS, longestGloss: 1 },
  'senses that point on': { ...GLOSS_SETTINGS, followsPointers: false },
};
