import type { Article, Language } from '../../src/core/article.ts';
import type { Retriever } from '../../src/core/passage.ts';
import { readBeirCollection } from './beir-collection.ts';
import { mean, percentile } from './ranking-metrics.ts';
import { DEPTH, scoreQuestions } from './score-questions.ts';

/** What a collection is measured with. */
export interface RetrievalEvaluationParts {
  /** Chunks, embeds and indexes articles in memory, and retrieves from them. */
  readonly openCollection: (articles: readonly Article[]) => Promise<Retriever>;
  /** Absent detects it from the question, as the product does. */
  readonly questionLanguage?: Language | undefined;
}

/** Means over the questions, from 0 to 1, and the time of one retrieval in milliseconds. */
export interface RetrievalScores {
  readonly queries: number;
  readonly 'nDCG@10': number;
  readonly 'MRR@10': number;
  readonly 'hit@1': number;
  readonly 'hit@5': number;
  readonly 'hit@10': number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Share of questions with an answer among the first documents; only where answers are given. */
  readonly 'answerHit@1'?: number;
  readonly 'answerHit@5'?: number;
}

/**
 * Measures retrieval on a folder in BEIR layout: each document is retrieved as an article, by its
 * best chunk.
 * @throws {YinzhengError} `usage` when the folder is not of the form
 */
export async function evaluateRetrieval(
  folder: string,
  { openCollection, questionLanguage }: RetrievalEvaluationParts,
): Promise<RetrievalScores> {
  const collection = await readBeirCollection(folder, '--retrieval');
  const retriever = await openCollection(collection.articles);
  const scores = await scoreQuestions(collection, retriever, questionLanguage);
  const times = scores.map(({ milliseconds }) => milliseconds);
  const hits = (depth: number) =>
    mean(scores.map(({ reciprocal }) => (reciprocal >= 1 / depth ? 1 : 0)));
  const stated = collection.questions.map(({ answers }) => answers.length > 0);
  const answerHits = (depth: number) =>
    mean(
      scores
        .filter((_, i) => stated[i])
        .map(({ answeredAt }) => (answeredAt !== null && answeredAt <= depth ? 1 : 0)),
    );
  return {
    queries: scores.length,
    'nDCG@10': mean(scores.map(({ gain }) => gain)),
    'MRR@10': mean(scores.map(({ reciprocal }) => reciprocal)),
    'hit@1': hits(1),
    'hit@5': hits(5),
    'hit@10': hits(DEPTH),
    p50Ms: percentile(times, 0.5),
    p99Ms: percentile(times, 0.99),
    ...(stated.includes(true)
      ? { 'answerHit@1': answerHits(1), 'answerHit@5': answerHits(5) }
      : {}),
  };
}
