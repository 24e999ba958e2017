import type { Passage } from '../../core/passage.ts';
import { splitSentences } from '../../language/segment/sentences.ts';
import { blankOrders } from '../instruction-text.ts';
import { approximateTokens } from './approximate-tokens.ts';

/** A passage as the model sees it. */
export interface PackedPassage {
  /** The number the model cites it by, from 1, in the order it is shown. */
  readonly number: number;
  readonly passage: Passage;
  /** The passage's text without orders to an assistant, or as many of its sentences as fit. */
  readonly text: string;
}

/** Less than this of a passage is not worth its heading. */
const SMALLEST_PART = 60;
/** Title, outlet, date and delimiters. */
const HEADING_TOKENS = 60;

/**
 * The best passages that fit a token budget, best first and last, weakest in the middle, where
 * models overlook most (Liu et al., "Lost in the Middle", 2023). The one that no longer fits whole
 * is cut after a sentence; at least the first sentence of the best is always there.
 *
 * @param passages best first
 * @param budget in approximate tokens
 */
export function packPassages(passages: readonly Passage[], budget: number): PackedPassage[] {
  const fitting: { passage: Passage; text: string }[] = [];
  let left = budget;
  for (const passage of passages) {
    const text = blankOrders(passage.chunk.text).trim();
    if (text === '') continue;
    left -= HEADING_TOKENS;
    const cost = approximateTokens(text);
    if (cost <= left) {
      fitting.push({ passage, text });
      left -= cost;
      continue;
    }
    const part = firstSentences(text, left, fitting.length === 0);
    if (part !== '') fitting.push({ passage, text: part });
    break;
  }
  return strongEnds(fitting).map((packed, i) => ({ number: i + 1, ...packed }));
}

function firstSentences(text: string, budget: number, atLeastOne: boolean): string {
  if (budget < SMALLEST_PART && !atLeastOne) return '';
  let end = 0;
  for (const sentence of splitSentences(text)) {
    const fits = approximateTokens(text.slice(0, sentence.end)) <= budget;
    if (!fits && !(atLeastOne && end === 0)) break;
    end = sentence.end;
  }
  return text.slice(0, end);
}

/** 1 2 3 4 5 → 1 3 5 4 2 */
function strongEnds<T>(ranked: readonly T[]): T[] {
  const front = ranked.filter((_, i) => i % 2 === 0);
  const back = ranked.filter((_, i) => i % 2 === 1).reverse();
  return [...front, ...back];
}
