import { z } from 'zod';
import type { Answer } from '../../src/core/answer.ts';
import type { Article, Language } from '../../src/core/article.ts';
import { YinzhengError } from '../../src/core/errors.ts';
import { detectLanguage } from '../../src/language/characters/language.ts';
import { type AnswerGroups, groupAcceptedAnswers, holdsEveryAnswer } from './accepted-answer.ts';
import {
  type AnswerFigures,
  type JudgedFigures,
  judgeAnswer,
  sumUpBy,
  sumUpFigures,
} from './answer-figures.ts';

/** A question about an indexed file of articles, with what counts as an answer. */
export interface JudgedQuestion {
  readonly id: string;
  readonly text: string;
  /** Numbers of the articles that answer it, in the file's order, from 1. */
  readonly articles: readonly number[];
  readonly answer: AnswerGroups;
  readonly isUnanswerable: boolean;
  /** What it asks for, as whoever wrote it named it. */
  readonly kind: string;
}

export interface QuestionsReport {
  readonly passed: number;
  readonly total: number;
  readonly all: AnswerFigures;
  readonly byKind: Readonly<Record<string, AnswerFigures>>;
  /** By languages of the question and of the articles that answer it: `zh-en`. */
  readonly byPair: Readonly<Record<string, AnswerFigures>>;
  /** Words said to stand in no article, that one holds. */
  readonly falseWords: readonly string[];
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
  readonly figures: JudgedFigures;
}

export interface QuestionParts {
  readonly ask: (question: string) => Promise<Answer>;
  /** An indexed article by its id. */
  readonly getArticle: (id: string) => Article;
  /** Language of an article by its number in the file, or null where there is none. */
  readonly languageOf: (number: number) => Language | null;
  /** Whether some article holds a word in either language. */
  readonly isMentioned: (word: string) => boolean;
}

const recordSchema = z.object({
  _id: z.union([z.string(), z.number()]).transform(String),
  text: z.string().trim().min(1),
  articles: z.array(z.number().int().positive()).default([]),
  answer: z.array(z.union([z.string(), z.array(z.string()).min(1)])).default([]),
  unanswerable: z.boolean().default(false),
  kind: z.string().default('any'),
});

/**
 * Reads questions, one JSON object a line: `_id`, `text`, `articles`, `answer`, `unanswerable`.
 * @throws {YinzhengError} `usage` naming the first line that is not of the form
 */
export function parseQuestions(jsonLines: string, path: string): JudgedQuestion[] {
  return jsonLines.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      const { _id, text, articles, answer, unanswerable, kind } = recordSchema.parse(
        JSON.parse(line),
      );
      return [
        {
          id: _id,
          text,
          articles,
          answer: groupAcceptedAnswers(answer),
          isUnanswerable: unanswerable,
          kind,
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
 * passes when it is not answered as if it could be.
 */
export async function evaluateQuestions(
  questions: readonly JudgedQuestion[],
  { ask, getArticle, languageOf, isMentioned }: QuestionParts,
  onOutcome: (outcome: QuestionOutcome) => void = () => {},
): Promise<QuestionsReport> {
  const failed: string[] = [];
  const judged: (JudgedFigures & { kind: string; pair: string })[] = [];
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
    const { isUnanswerable, kind } = question;
    const figures = judgeAnswer(answer, question.answer, isUnanswerable, isMentioned);
    const languages = question.articles.map((number) => languageOf(number) ?? 'none');
    const there = [...new Set(languages)].sort().join('+') || 'none';
    judged.push({ ...figures, kind, pair: `${detectLanguage(question.text)}-${there}` });
    onOutcome({ question, answer, isPassed, figures });
  }
  const total = questions.length;
  return {
    passed: total - failed.length,
    total,
    all: sumUpFigures(judged),
    byKind: sumUpBy(judged, ({ kind }) => kind),
    byPair: sumUpBy(judged, ({ pair }) => pair),
    falseWords: judged.flatMap((one) => one.falseWords),
    failed,
    citations,
    inexactCitations,
  };
}

function passes(
  question: JudgedQuestion,
  answer: Answer,
  getArticle: QuestionParts['getArticle'],
): boolean {
  if (question.isUnanswerable) return answer.outcome !== 'answered';
  if (answer.abstained) return false;
  const said = [answer.answer, ...answer.citations.map(({ quote }) => quote)].join('\n');
  const cited = answer.citations.map(({ articleId }) => getArticle(articleId).origin.position + 1);
  return (
    holdsEveryAnswer(said, question.answer) &&
    cited.some((position) => question.articles.includes(position))
  );
}
