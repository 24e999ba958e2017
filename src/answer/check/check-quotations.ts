import { hasHan } from '../../language/characters/scripts.ts';
import type { CheckFailure } from './flaw.ts';
import type { Reading } from './reading.ts';
import { occursInside } from './verbatim.ts';

/**
 * What a sentence puts in quotation marks must stand in the cited words, letter for letter. A
 * translated quotation cannot be held to that; its words are covered like any others. 《》 may hold
 * the name of the outlet.
 */
export function checkQuotations({ claim, quotes }: Reading): CheckFailure | null {
  for (const { start, end } of claim.quotations) {
    const text = claim.text.slice(start + 1, end - 1);
    const language = hasHan(text) ? 'zh' : 'en';
    if (!quotes.every(({ words }) => words.language === language)) continue;
    const stands = quotes.some(({ words, article, title }) => {
      const { name, zh, en } = article.outlet;
      const titles = claim.text.charAt(start) === '《' ? title.map((line) => line.text) : [];
      return [words.text, name, zh, en, ...titles].some((whole) => occursInside(text, whole));
    });
    if (!stands) return { verdict: 'unsupported', rule: 'quotation', failed: text };
  }
  return null;
}
