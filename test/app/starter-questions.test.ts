import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import {
  findStarterQuestions,
  type RunningStarterQuestions,
} from '../../src/app/starter-questions.ts';
import type { AnswerRequest, Health } from '../../src/core/application.ts';
import type { AskableQuestion } from '../../src/core/starter-question.ts';
import { ARTICLES, createMemoryApplication } from '../serve/memory-application.ts';

const [article] = ARTICLES;
if (article === undefined) throw new Error('There are no seed articles.');
const whole = { start: 0, end: article.body.length };
const word = /\p{Script=Han}{2}/u.exec(article.body)?.[0] ?? '';
const ASKABLE: readonly AskableQuestion[] = [
  {
    text: `${word}说了什么？`,
    form: 'said',
    articleIds: [article.id],
    sentence: whole,
    expected: null,
  },
  {
    text: '§§§是谁？',
    form: 'identity',
    articleIds: [article.id],
    sentence: whole,
    expected: null,
  },
];

const running: RunningStarterQuestions[] = [];
afterEach(() => {
  for (const each of running.splice(0)) each.close();
});

function start(dataPath: string, generation: string) {
  const plain = createMemoryApplication();
  const asked: AnswerRequest[] = [];
  const starter = findStarterQuestions(
    {
      answer(request) {
        asked.push(request);
        return plain.answer(request);
      },
      health: () => ({ ...plain.health(), index: { generation } }) as Health,
      askableQuestions: async (language) => (language === 'zh' ? ASKABLE : []),
    },
    { dataPath },
    (error) => {
      throw error;
    },
  );
  running.push(starter);
  return { starter, asked };
}

describe('questions to begin with', () => {
  it('are those that were answered, asked without a model, once for an index', async () => {
    const dataPath = await mkdtemp(path.join(tmpdir(), 'yinzheng-starter-'));
    const first = start(dataPath, 'one');
    await expect.poll(() => first.starter.list('zh').complete).toBe(true);
    expect(first.starter.list('zh').questions.map(({ text }) => text)).toEqual([ASKABLE[0]?.text]);
    expect(first.starter.list('en').questions).toEqual([]);
    expect(first.asked.every(({ composer }) => composer === 'extractive')).toBe(true);

    await expect
      .poll(async () => {
        const again = start(dataPath, 'one');
        await expect.poll(() => again.starter.list('zh').complete).toBe(true);
        expect(again.starter.list('zh')).toEqual(first.starter.list('zh'));
        return again.asked.length;
      })
      .toBe(0);

    const other = start(dataPath, 'two');
    await expect.poll(() => other.starter.list('zh').complete).toBe(true);
    expect(other.asked.length).toBe(ASKABLE.length);
  });
});
