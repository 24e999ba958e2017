import type { Passage } from '../../core/passage.ts';
import { splitSentences } from '../../language/segment/sentences.ts';
import { maskInjection } from '../prompt-injection.ts';
import { approximateTokens } from './approximate-tokens.ts';

/** A passage as the model sees it. */
export interface PackedPassage {
  /** The number the model cites it by, from 1, in the order it is shown. */
  readonly number: number;
  /** Chunks of one article, in reading order. */
  readonly parts: readonly Passage[];
  /** Their text without orders to an assistant, each sentence once, as many as fit. */
  readonly text: string;
}

/** Less than this of a passage is not worth its heading. */
const MIN_PART = 60;
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
  const fitting: Passage[][] = [];
  let left = budget;
  let cut = '';
  for (const passage of passages) {
    const text = maskInjection(passage.chunk.text).trim();
    if (text === '') continue;
    const known = fitting.find(([first]) => first?.article.id === passage.article.id);
    const heading = known === undefined ? HEADING_TOKENS : 0;
    const cost = approximateTokens(text) + heading;
    if (cost <= left) {
      if (known === undefined) fitting.push([passage]);
      else known.push(passage);
      left -= cost;
      continue;
    }
    const part = firstSentences(text, left - heading, fitting.length === 0);
    if (part !== '' && known === undefined) {
      fitting.push([passage]);
      cut = part;
    }
    break;
  }
  return strongEnds(
    fitting.map((parts, place) => {
      const isCut = cut !== '' && place === fitting.length - 1;
      return { parts, text: isCut ? cut : joinParts(parts) };
    }),
  ).map((packed, i) => ({ number: i + 1, ...packed }));
}

const GAP = '\n…\n';

/** Chunks of one article in reading order, what two of them share given once. */
function joinParts(parts: Passage[]): string {
  parts.sort((a, b) => a.chunk.start - b.chunk.start);
  let text = '';
  let end: number | null = null;
  for (const { article, chunk } of parts) {
    if (end !== null && chunk.end <= end) continue;
    const start = end === null ? chunk.start : Math.max(end, chunk.start);
    const between = end === null ? '' : article.body.slice(end, start);
    const gap = end === null ? '' : /[\p{L}\p{N}]/u.test(between) ? GAP : between;
    text += gap + article.body.slice(start, chunk.end);
    end = chunk.end;
  }
  return maskInjection(text).trim();
}

function firstSentences(text: string, budget: number, atLeastOne: boolean): string {
  if (budget < MIN_PART && !atLeastOne) return '';
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
