import type { CheckFailure } from './flaw.ts';
import type { Reading } from './reading.ts';

/** How much of a thing a word speaks of. */
const SCOPES = {
  all: /所有|全部|全体|一切|悉数|无一例外|\b(?:all|every|entire|whole|each)\b/iu,
  most: /多数|大部分|大多|\b(?:most(?! (?:of all|important))|majority)\b/iu,
  some: /部分(?!地区)|一些|有的|若干|多(?=国|个|名|家|位)|少数|\b(?:some|several|a few|many|only (?:two|three|four|five|six|\d+))\b/iu,
  only: /只(?!有.{1,20}才|要|是)|仅(?!仅是)|唯一|\b(?:only|solely|exclusively)\b/iu,
  founding: /创始|\bfounding\b/iu,
} as const;

/**
 * Words that say how much of a thing is meant: all where the cited words have most or several, most
 * or only where they have neither.
 */
export function checkScope({ claim, quotes }: Reading): CheckFailure | null {
  const stated = quotes.map(({ words }) => words.text).join('\n');
  const said = (scope: keyof typeof SCOPES) => SCOPES[scope].exec(claim.text)?.[0] ?? null;
  const isStated = (scope: keyof typeof SCOPES) => SCOPES[scope].test(stated);
  const flaw = (verdict: CheckFailure['verdict'], failed: string): CheckFailure => ({
    verdict,
    rule: 'scope',
    failed,
  });
  const all = said('all');
  if (all !== null && !isStated('all') && (isStated('most') || isStated('some'))) {
    return flaw('unsupported', all);
  }
  const most = said('most');
  if (most !== null && !isStated('most')) return flaw('partly', most);
  const founding = said('founding');
  if (founding !== null && !isStated('founding')) return flaw('unsupported', founding);
  const only = said('only');
  if (only !== null && !isStated('only')) return flaw('partly', only);
  return null;
}
