import type { Article } from '../../core/article.ts';
import type { Passage } from '../../core/passage.ts';
import type { Sentence, SentencesOf } from '../../core/sentence.ts';

/** An article of the passages with all its sentences and the ones to be read. */
export interface GatheredArticle {
  readonly article: Article;
  /** The title, annotated; empty where there is none. */
  readonly title: readonly Sentence[];
  readonly sentences: readonly Sentence[];
  /** Sentences in or right beside a passage, in their order. */
  readonly read: readonly GatheredSentence[];
}

export interface GatheredSentence {
  readonly sentence: Sentence;
  /** Place of the best passage that holds it or stands beside it, from 0. */
  readonly rank: number;
  /** Score of that passage as a share of the best one's. */
  readonly score: number;
}

/** Sentences on either side of a passage that are read along with it. */
const NEIGHBOURS = 1;

/**
 * Sentences of the retrieved passages, article by article in order of the best passage, each
 * sentence once.
 */
export function gatherSentences(
  passages: readonly Passage[],
  sentencesOf: SentencesOf,
  titleOf: SentencesOf,
): GatheredArticle[] {
  const byArticle = new Map<string, { article: Article; found: (Passage & { place: number })[] }>();
  for (const [place, passage] of passages.entries()) {
    const entry = byArticle.get(passage.article.id) ?? { article: passage.article, found: [] };
    entry.found.push({ ...passage, place });
    byArticle.set(passage.article.id, entry);
  }
  const most = Math.max(0, ...passages.map(({ score }) => score)) || 1;
  return Array.from(byArticle.values(), ({ article, found }) => {
    const sentences = sentencesOf(article);
    const holders = sentences.map(({ start, end }) =>
      found.find(({ chunk }) => start < chunk.end && chunk.start < end),
    );
    const read = sentences.flatMap((sentence, i): GatheredSentence[] => {
      const near = holders
        .slice(Math.max(0, i - NEIGHBOURS), i + NEIGHBOURS + 1)
        .filter((holder) => holder !== undefined);
      const best = near.reduce<(typeof near)[number] | undefined>(
        (a, b) => (a === undefined || b.place < a.place ? b : a),
        undefined,
      );
      if (best === undefined) return [];
      const score = Math.max(0, best.score) / most;
      return [{ sentence, rank: best.place, score }];
    });
    return { article, title: titleOf(article), sentences, read };
  });
}
