import { isSaid } from './align-words.ts';
import { clausesOf } from './clauses.ts';
import type { CheckFailure } from './flaw.ts';
import type { Reading } from './reading.ts';

/** Words that say that all of a thing is meant, and that not all of it is. */
const ALL = /所有|全部|全体|一切|悉数|无一例外|\b(?:all|every|entire|whole|each)\b/iu;
const NOT_ALL =
  /多数|大部分|大多|部分(?!地区)|一些|有的|若干|多(?=国|个|名|家|位)|少数|\b(?:most(?! (?:of all|important))|majority|some|several|a few|many|only (?:two|three|four|five|six|\d+))\b/iu;

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

/** All where the cited words have most or several. */
export function checkScope({ claim, quotes }: Reading): CheckFailure | null {
  const all = ALL.exec(claim.text);
  const stated = quotes.map(({ words }) => words.text).join('\n');
  if (all === null || ALL.test(stated) || !NOT_ALL.test(stated)) return null;
  return { verdict: 'unsupported', rule: 'scope', failed: all[0] };
}
