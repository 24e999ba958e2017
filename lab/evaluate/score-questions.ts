import type { Article, Language } from '../../src/core/article.ts';
import type { Passage, Retriever } from '../../src/core/passage.ts';
import { detectLanguage } from '../../src/language/characters/language.ts';
import { holdsSomeAnswer } from './accepted-answer.ts';
import type { BeirCollection, BeirQuestion } from './beir-collection.ts';
import { normalizedGain, reciprocalRank } from './ranking-metrics.ts';

/** How many documents of a ranking are judged. */
export const DEPTH = 10;
/** Passages asked for, so that ten documents remain when several are of one. */
const PASSAGES = 50;
/** Questions asked before the clock counts, so that code is compiled and data is in memory. */
const WARM_UP = 20;
/** There is no present in a collection: relative dates would mean nothing. */
const TODAY = '2100-01-01';

/** What retrieval made of one question. */
export interface QuestionScores {
  /** nDCG of the first ten documents. */
  readonly gain: number;
  /** Reciprocal rank of the first relevant one among ten, or 0. */
  readonly reciprocal: number;
  readonly milliseconds: number;
  /** Place, from 1, of the first document that holds an accepted answer; null where none does. */
  readonly answeredAt: number | null;
}

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

/**
 * Retrieves every question of an opened collection and scores the documents it finds, in order.
 * @param questionLanguage absent detects it from the question, as the product does
 */
export async function scoreQuestions(
  { questions }: Pick<BeirCollection, 'questions'>,
  retriever: Retriever,
  questionLanguage?: Language,
): Promise<QuestionScores[]> {
  const languageOf = (text: string) => questionLanguage ?? detectLanguage(text);
  for (const question of questions.slice(0, WARM_UP)) {
    await scoreQuestion(question, retriever, languageOf(question.text));
  }
  const scores: QuestionScores[] = [];
  for (const question of questions) {
    scores.push(await scoreQuestion(question, retriever, languageOf(question.text)));
  }
  return scores;
}
