import { createHash } from 'node:crypto';
import type { Article } from '../../src/core/article.ts';
import type { Passage } from '../../src/core/passage.ts';
import type { AnswerGroups } from '../evaluate/accepted-answer.ts';

/** A stretch of one of a case's articles that the search found. */
export type FoundStretch = readonly [article: number, start: number, end: number, score: number];

/** A question with what the search found for it, so that features are read without searching. */
export interface ReadingCase {
  readonly id: string;
  readonly question: string;
  readonly answer: AnswerGroups;
  readonly articles: readonly Article[];
  /** Places of the articles that answer; none for what cannot be answered. */
  readonly answering: readonly number[];
  /** Best first. */
  readonly found: readonly FoundStretch[];
  /** What was found where no article answers; null where that was not tried. */
  readonly foundWithout: readonly FoundStretch[] | null;
}

/** The stretches as the composer gets them. */
export function passagesOf(
  { articles }: Pick<ReadingCase, 'articles'>,
  found: readonly FoundStretch[],
): Passage[] {
  return found.flatMap(([place, start, end, score]) => {
    const article = articles[place];
    if (article === undefined) return [];
    const text = article.body.slice(start, end);
    return [
      {
        chunk: { id: `${article.id}-${start}`, articleId: article.id, start, end, text },
        article,
        score,
        trace: { signals: [], rerank: [], matched: [] },
        copies: [],
      },
    ];
  });
}

/** Passages as stretches of numbered articles. */
export function stretchesOf(
  passages: readonly Passage[],
  articles: readonly Article[],
): FoundStretch[] {
  const places = new Map(articles.map((article, place) => [article.id, place]));
  return passages.flatMap(({ article, chunk, score }) => {
    const place = places.get(article.id);
    return place === undefined ? [] : [[place, chunk.start, chunk.end, score] as const];
  });
}

/** An id that depends on the text alone, so that equal documents are annotated once. */
export function idOfText(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
