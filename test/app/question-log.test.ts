import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { logQuestions } from '../../src/app/question-log.ts';
import type { Answer } from '../../src/core/answer.ts';
import type { AnswerEvent } from '../../src/core/answer-event.ts';
import type { Application } from '../../src/core/application.ts';
import { temporaryDirectory } from '../index/temporary-directory.ts';

const answer = {
  question: '谁主持了国防部长会议？',
  language: 'zh',
  kind: 'question',
  outcome: 'answered',
  composer: 'extractive',
  model: null,
  timings: { total: 12 },
  citations: [{ articleId: 'a' }, { articleId: 'a' }, { articleId: 'b' }],
} as unknown as Answer;

async function ask(file: string, lines: string[] = []): Promise<AnswerEvent[]> {
  const application = {
    async *answer() {
      yield { type: 'done', answer } satisfies AnswerEvent;
    },
  } as unknown as Application;
  const logger = pino({}, { write: (line: string) => void lines.push(line) });
  const events: AnswerEvent[] = [];
  const logged = logQuestions(application, file, logger);
  for (let time = 0; time < 2; time++) {
    for await (const event of logged.answer({} as never)) events.push(event);
  }
  return events;
}

it('keeps a line of each question, with what came of it', async () => {
  const file = path.join(temporaryDirectory(), 'log/questions.jsonl');
  expect(await ask(file)).toHaveLength(2);
  await expect
    .poll(() => existsSync(file) && readFileSync(file, 'utf8').split('\n'))
    .toHaveLength(3);
  const [line = ''] = readFileSync(file, 'utf8').split('\n');
  const { citations: _, ...told } = answer;
  expect(JSON.parse(line)).toEqual({ ...told, at: expect.any(String), articles: ['a', 'b'] });
});

it('answers all the same where the log cannot be written, and says so once', async () => {
  const folder = temporaryDirectory();
  writeFileSync(path.join(folder, 'taken'), '');
  const lines: string[] = [];
  expect(await ask(path.join(folder, 'taken/questions.jsonl'), lines)).toHaveLength(2);
  await expect.poll(() => lines).toHaveLength(1);
  expect(lines[0]).toContain('The question log cannot be written.');
});
