import { findQuotations } from '../../language/discourse/quotations.ts';
import type { Flaw, TextFacts } from './text-facts.ts';
import { occursInside } from './verbatim.ts';

const HAN = /\p{Script=Han}/u;

/**
 * What a sentence puts in quotation marks must stand in the cited words, letter for letter. A
 * translated quotation cannot be held to that; its words are covered like any others.
 */
export function checkQuotations(claim: TextFacts, evidence: readonly TextFacts[]): Flaw | null {
  for (const { text } of findQuotations(claim.text)) {
    const language = HAN.test(text) ? 'zh' : 'en';
    const sameLanguage = evidence.filter((facts) => facts.language === language);
    if (sameLanguage.length === 0) continue;
    if (evidence.some((facts) => occursInside(text, facts.text))) continue;
    return { verdict: 'unsupported', rule: 'quotation', failed: text };
  }
  return null;
}
