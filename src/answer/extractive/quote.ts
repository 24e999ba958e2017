import type { Article } from '../../core/article.ts';
import type { Span } from '../../core/span.ts';
import type { RankedSentence } from '../reader/read-evidence.ts';
import { cutSentence } from './cut-sentence.ts';

/** What of a sentence is quoted: all of it, or of a long one the piece that answers. */
export interface Quote extends Span {
  readonly article: Article;
  readonly ranked: RankedSentence;
}

/** What a possible answer counts beside all the words asked about. */
const ANSWER_WEIGHT = 0.6;

/**
 * The stretch of a sentence to quote; offsets count on the article's body.
 * @param weights of the words asked about
 * @param longest in UTF-16 units
 */
export function quoteOf(
  ranked: RankedSentence,
  weights: readonly number[],
  longest: number,
): Quote {
  const { article, sentence, anchors, answers } = ranked;
  const pieces = cutSentence(
    sentence.text,
    longest,
    sentence.tokens.map(({ start }) => start),
  );
  const stand = pieces.length > 1 ? anchors() : [];
  const worth = (piece: Span) => {
    const holds = ({ start, end }: Span) => piece.start <= start && end <= piece.end;
    const words = stand
      .filter(holds)
      .reduce((sum, { word, strength }) => sum + strength * (weights[word] ?? 0), 0);
    const answer = answers.find(holds);
    return (
      words + (answer === undefined ? 0 : ANSWER_WEIGHT * answer.fit * (0.5 + answer.nearness))
    );
  };
  const [first = { start: 0, end: sentence.text.length }, ...others] = pieces;
  const { piece } = others.reduce(
    (best, other) => {
      const value = worth(other);
      return value > best.value ? { piece: other, value } : best;
    },
    { piece: first, value: worth(first) },
  );
  const start = sentence.start + piece.start;
  return { article, ranked, start, end: sentence.start + piece.end };
}

/** Share of words in common from which two quotes say the same. */
const SAME = 0.7;

/** Whether nearly all words of the shorter sentence stand in the longer one. */
export function saysTheSame(a: RankedSentence, b: RankedSentence): boolean {
  const [first, second] = [wordsOf(a), wordsOf(b)];
  const [short, long] = first.size <= second.size ? [first, second] : [second, first];
  if (short.size === 0) return true;
  let common = 0;
  for (const word of short) if (long.has(word)) common++;
  return common / short.size >= SAME;
}

function wordsOf({ sentence }: RankedSentence): Set<string> {
  return new Set(sentence.tokens.filter(({ stop }) => !stop).map(({ normal }) => normal));
}
