import { z } from 'zod';
import type { Answer } from '../../src/core/answer.ts';
import type { Article } from '../../src/core/article.ts';
import { YinzhengError } from '../../src/core/errors.ts';
import { type AnswerGroups, groupAcceptedAnswers, holdsEveryAnswer } from './accepted-answer.ts';

/** A question about an indexed file of articles, with what counts as an answer. */
export interface JudgedQuestion {
  readonly id: string;
  readonly text: string;
  /** Numbers of the articles that answer it, in the file's order, from 1. */
  readonly articles: readonly number[];
  readonly answer: AnswerGroups;
  readonly isUnanswerable: boolean;
}

export interface QuestionsReport {
  readonly passed: number;
  readonly total: number;
  /** Ids of the questions that did not pass. */
  readonly failed: readonly string[];
  readonly citations: number;
  /** Citations whose quote is not what stands at their place. Must be 0. */
  readonly inexactCitations: number;
}

/** What asking one question came to. */
export interface QuestionOutcome {
  readonly question: JudgedQuestion;
  readonly answer: Answer;
  readonly isPassed: boolean;
}

export interface QuestionParts {
  readonly ask: (question: string) => Promise<Answer>;
  /** An indexed article by its id. */
  readonly getArticle: (id: string) => Article;
}

const recordSchema = z.object({
  _id: z.union([z.string(), z.number()]).transform(String),
  text: z.string().trim().min(1),
  articles: z.array(z.number().int().positive()).default([]),
  answer: z.array(z.union([z.string(), z.array(z.string()).min(1)])).default([]),
  unanswerable: z.boolean().default(false),
});

/**
 * Reads questions, one JSON object a line: `_id`, `text`, `articles`, `answer`, `unanswerable`.
 * @throws {YinzhengError} `usage` naming the first line that is not of the form
 */
export function parseQuestions(jsonLines: string, path: string): JudgedQuestion[] {
  return jsonLines.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      const { _id, text, articles, answer, unanswerable } = recordSchema.parse(JSON.parse(line));
      return [
        {
          id: _id,
          text,
          articles,
          answer: groupAcceptedAnswers(answer),
          isUnanswerable: unanswerable,
        },
      ];
    } catch (cause) {
      throw new YinzhengError(
        'usage',
        `Line ${index + 1} of ${path} was expected to hold _id, text, articles and answer.`,
        { cause, field: '--questions' },
      );
    }
  });
}

/**
 * Asks every question. One that can be answered passes when it is not refused, every group of its
 * answers is in the answer's text or quotes, and one of its articles is cited; one that cannot
 * passes when it is refused.
 */
export async function evaluateQuestions(
  questions: readonly JudgedQuestion[],
  { ask, getArticle }: QuestionParts,
  onOutcome: (outcome: QuestionOutcome) => void = () => {},
): Promise<QuestionsReport> {
  const failed: string[] = [];
  let citations = 0;
  let inexactCitations = 0;
  for (const question of questions) {
    const answer = await ask(question.text);
    for (const { articleId, start, end, quote } of answer.citations) {
      citations++;
      if (getArticle(articleId).body.slice(start, end) !== quote) inexactCitations++;
    }
    const isPassed = passes(question, answer, getArticle);
    if (!isPassed) failed.push(question.id);
    onOutcome({ question, answer, isPassed });
  }
  const total = questions.length;
  return { passed: total - failed.length, total, failed, citations, inexactCitations };
}

function passes(
  question: JudgedQuestion,
  answer: Answer,
  getArticle: QuestionParts['getArticle'],
): boolean {
  if (question.isUnanswerable) return answer.abstained;
  if (answer.abstained) return false;
  const said = [answer.answer, ...answer.citations.map(({ quote }) => quote)].join('\n');
  const cited = answer.citations.map(({ articleId }) => getArticle(articleId).origin.position + 1);
  return (
    holdsEveryAnswer(said, question.answer) &&
    cited.some((position) => question.articles.includes(position))
  );
}
