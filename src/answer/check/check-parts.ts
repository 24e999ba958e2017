import { isWithin } from '../../core/span.ts';
import { isSaid, weightOf } from './align-words.ts';
import type { CheckFailure } from './flaw.ts';
import type { Reading } from './reading.ts';

/** What a sentence gives as a reason, up to the next clause. */
const REASONS = [
  /(?:是因为|因为|由于|缘于|源于|起因于)(?<reason>[^，,。；;]{2,})/gu,
  /因(?<reason>[^，,。；;此而为]{2,14}?)(?:而|被|才|，)/gu,
  /\b(?:because(?: of)?|due to|owing to|as a result of|thanks to|blam(?:ed|ing|es?))\s(?<reason>[^,;.]{3,})/giu,
] as const;
/** What a person is said to be: behind the name, or behind a verb of holding an office. */
const DESCRIPTIONS = [
  /(?<=\p{Lu}[\p{L}-]+),\s(?:an?|the)\s(?=\p{Ll})(?<words>[^,;.]{3,60})(?=[,.;]|$)/gu,
  /(?:担任|出任|就任|当选为?|被任命为|职业是)(?<words>[^，,。；;]{2,24})/gu,
  /\b(?:served|serves|works?|worked|appointed)\s(?:as|to)\s(?:an?\s|the\s)?(?<words>[^,;.]{3,60})/giu,
] as const;
/** Share of a part, by the weight of its words, that the cited words must say. */
const LEAST = { reason: 0.5, description: 0.6 } as const;

/**
 * Parts of a sentence that are false by themselves where most of their words are not the source's: the reason it
 * gives, and what a person is said to be.
 */
export function checkParts(reading: Reading): CheckFailure | null {
  return (
    unsaidPart(reading, REASONS, 'reason', LEAST.reason) ??
    unsaidPart(reading, DESCRIPTIONS, 'words', LEAST.description)
  );
}

function unsaidPart(
  { claim, words }: Reading,
  patterns: readonly RegExp[],
  group: string,
  least: number,
): CheckFailure | null {
  for (const pattern of patterns) {
    for (const match of claim.text.matchAll(pattern)) {
      const text = match.groups?.[group] ?? '';
      const start = match.index + match[0].indexOf(text);
      const part = words.filter(({ token }) =>
        isWithin(token, { start, end: start + text.length }),
      );
      const held = part.filter((word) => isSaid(word) || (word.isItem && word.partner !== null));
      if (weightOf(held) < least * weightOf(part)) {
        return { verdict: 'partly', rule: 'coverage', failed: text.trim() };
      }
    }
  }
  return null;
}
