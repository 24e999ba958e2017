import { splitSentences } from '../../src/language/segment/sentences.ts';
import type { BenchDocument } from './bench-material.ts';

/**
 * More articles than there are: each takes its sentences in turn from two that stand apart, so that
 * words are as frequent as in the news, and no passage is one that is there already.
 */
export function recombineArticles(
  articles: readonly BenchDocument[],
  count: number,
): BenchDocument[] {
  return Array.from({ length: count }, (_, place) => {
    const lap = 1 + Math.floor(place / articles.length);
    const first = articles[place % articles.length];
    const second = articles[(place + lap * 7) % articles.length];
    if (first === undefined || second === undefined) throw new RangeError('There are no articles.');
    return {
      title: first.title,
      text: alternate(sentencesOf(first.text), sentencesOf(second.text)).join(' '),
      publishedAt: first.publishedAt,
    };
  });
}

function sentencesOf(text: string): string[] {
  return splitSentences(text).map(({ start, end }) => text.slice(start, end));
}

/** Half of each list's sentences, in turn, so that the length stays about the same. */
function alternate(left: readonly string[], right: readonly string[]): string[] {
  const pairs = Math.ceil(Math.max(left.length, right.length) / 2);
  return Array.from({ length: pairs }, (_, i) => [left[2 * i], right[2 * i + 1]])
    .flat()
    .filter((sentence) => sentence !== undefined);
}
