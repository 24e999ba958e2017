import { isSaid } from './align-words.ts';
import { clausesOf } from './clauses.ts';
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

/** What leaves open whether something is so. */
const OPEN = /是否|能否|可否|会不会|有没有|\bwhether\b/giu;
const LEAVES_OPEN =
  /是否|能否|可否|可能|或许|也许|未定|尚未|考虑|研究|\b(?:whether|if|may|might|could|consider\w*|decide|not yet|possibl[ey])\b/iu;
/** Share of a sentence's said words that stand behind such a word. */
const MOSTLY = 0.6;

/** "Will take the case to the court", where it is to be decided whether to: what is left open is not so. */
export function checkAsserted({ claim, quotes, words }: Reading): CheckFailure | null {
  if (LEAVES_OPEN.test(claim.text)) return null;
  const said = words.filter((word) => isSaid(word) && !word.isItem);
  const total = said.reduce((sum, { weight }) => sum + weight, 0);
  for (const [place, { words: quoted }] of quotes.entries()) {
    for (const { index } of quoted.text.matchAll(OPEN)) {
      const clause = clausesOf(quoted.text).find(({ start, end }) => start <= index && index < end);
      const behind = said.filter(({ partner }) => {
        const token = quoted.tokens[partner?.index ?? -1];
        return (
          partner?.quote === place &&
          token !== undefined &&
          token.start > index &&
          token.end <= (clause?.end ?? 0)
        );
      });
      const weight = behind.reduce((sum, word) => sum + word.weight, 0);
      if (total > 0 && weight >= MOSTLY * total) {
        return { verdict: 'partly', rule: 'scope', failed: behind[0]?.token.text ?? null };
      }
    }
  }
  return null;
}

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
