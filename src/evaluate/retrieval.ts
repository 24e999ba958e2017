import type { Article, Language } from '../core/article.ts';
import type { Passage, Retriever } from '../core/passage.ts';
import { detectLanguage } from '../text/language.ts';
import { holdsSomeAnswer } from './accepted-answer.ts';
import { type BeirCollection, type BeirQuestion, readBeirCollection } from './beir-collection.ts';
import { mean, normalizedGain, percentile, reciprocalRank } from './ranking-metrics.ts';

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

const DEPTH = 10;
/** Passages asked for, so that ten documents remain when several are of one. */
const PASSAGES = 50;
/** Questions asked before the clock counts, so that code is compiled and data is in memory. */
const WARM_UP = 20;
/** There is no present in a collection: relative dates would mean nothing. */
const TODAY = '2100-01-01';

/** Documents by their best passage, best first. A folded copy stands right behind its original. */
function rankDocuments(passages: readonly Passage[]): Article[] {
  const documents = new Map<string, Article>();
  for (const { article, copies } of passages) {
    for (const document of [article, ...copies]) {
      if (!documents.has(document.id)) documents.set(document.id, document);
    }
  }
  return [...documents.values()];
}

interface QuestionScores {
  readonly gain: number;
  readonly reciprocal: number;
  readonly milliseconds: number;
  readonly answeredAt: number | null;
}

async function scoreQuestion(
  { text, relevance, answers }: BeirQuestion,
  retriever: Retriever,
  language: Language,
): Promise<QuestionScores> {
  const query = { text, language, filters: {}, limit: PASSAGES, today: TODAY };
  const started = performance.now();
  const { passages } = await retriever.retrieve(query);
  const milliseconds = performance.now() - started;
  const documents = rankDocuments(passages);
  const ranking = documents.map(({ id }) => id);
  const answered = documents.findIndex(({ title, body }) =>
    holdsSomeAnswer(`${title}\n${body}`, answers),
  );
  return {
    gain: normalizedGain(ranking, relevance, DEPTH),
    reciprocal: reciprocalRank(ranking, relevance, DEPTH),
    milliseconds,
    answeredAt: answered < 0 ? null : answered + 1,
  };
}

/** Retrieves every question of an opened collection and scores the documents it finds. */
export async function scoreRetrieval(
  { questions }: BeirCollection,
  retriever: Retriever,
  questionLanguage?: Language,
): Promise<RetrievalScores> {
  const languageOf = (text: string) => questionLanguage ?? detectLanguage(text);
  for (const question of questions.slice(0, WARM_UP)) {
    await scoreQuestion(question, retriever, languageOf(question.text));
  }
  const scores: QuestionScores[] = [];
  for (const question of questions) {
    scores.push(await scoreQuestion(question, retriever, languageOf(question.text)));
  }
  const times = scores.map(({ milliseconds }) => milliseconds);
  const hits = (depth: number) =>
    mean(scores.map(({ reciprocal }) => (reciprocal >= 1 / depth ? 1 : 0)));
  const stated = questions.map(({ answers }) => answers.length > 0);
  const answerHits = (depth: number) =>
    mean(
      scores
        .filter((_, i) => stated[i])
        .map(({ answeredAt }) => (answeredAt !== null && answeredAt <= depth ? 1 : 0)),
    );
  return {
    queries: questions.length,
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

/**
 * Measures retrieval on a folder in BEIR layout: each document is retrieved as an article, by its
 * best chunk.
 * @throws {YinzhengError} `usage` when the folder is not of the form
 */
export async function evaluateRetrieval(
  folder: string,
  { openCollection, questionLanguage }: RetrievalEvaluationParts,
): Promise<RetrievalScores> {
  const collection = await readBeirCollection(folder);
  const retriever = await openCollection(collection.articles);
  return scoreRetrieval(collection, retriever, questionLanguage);
}
