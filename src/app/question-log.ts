import { appendFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Logger } from 'pino';
import type { Answer } from '../core/answer.ts';
import type { AnswerEvent } from '../core/answer-event.ts';
import type { Application } from '../core/application.ts';

/**
 * Keeps each question that was answered, a JSON line each, with what came of it: for operators who
 * want to know what their collection is asked and lacks. Nothing of who asked is kept. A log that
 * cannot be written is told of once, and no answer waits for it.
 * @param file absolute path
 */
export function logQuestions(application: Application, file: string, logger: Logger): Application {
  let hasFailed = false;
  let written = Promise.resolve();
  const add = (answer: Answer) => {
    const line = `${JSON.stringify(lineOf(answer))}\n`;
    written = written
      .then(async () => {
        await mkdir(path.dirname(file), { recursive: true });
        await appendFile(file, line, { mode: 0o600 });
      })
      .catch((cause: unknown) => {
        if (!hasFailed) logger.error({ err: cause, file }, 'The question log cannot be written.');
        hasFailed = true;
      });
  };
  async function* follow(events: AsyncIterable<AnswerEvent>): AsyncGenerator<AnswerEvent> {
    for await (const event of events) {
      if (event.type === 'done') add(event.answer);
      yield event;
    }
  }
  return { ...application, answer: (request) => follow(application.answer(request)) };
}

const KEPT = [
  'question',
  'language',
  'kind',
  'outcome',
  'composer',
  'model',
  'timings',
] as const satisfies readonly (keyof Answer)[];

function lineOf(answer: Answer) {
  const articles = new Set(answer.citations.map(({ articleId }) => articleId));
  return {
    at: new Date().toISOString(),
    ...Object.fromEntries(KEPT.map((field) => [field, answer[field]])),
    articles: [...articles],
  };
}
