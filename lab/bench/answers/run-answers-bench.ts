import { readFileSync } from 'node:fs';
import path from 'node:path';
import Table from 'cli-table3';
import { fixed, PLAIN_TABLE } from '../table-figures.ts';
import type { AnswersArguments } from './answers-arguments.ts';
import { type AskingMeasures, askOnce, measureAsking } from './measure-answers.ts';
import { startServerProcess } from './server-process.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const OWN_QUESTIONS = path.join(ROOT, 'test/answer/fixtures/seed-questions.jsonl');
/** Questions asked before anything counts, the first one aside. */
const WARM_UP = 20;

/** What a reader waits for, from the start of the server on. Milliseconds and MB. */
export interface AnswersReport {
  readonly readyMilliseconds: number;
  readonly firstAnswerMilliseconds: number | null;
  readonly asking: readonly AskingMeasures[];
  readonly megabytes: number;
}

/** Starts a server, asks, and stops it again. */
export async function runAnswersBench({
  dataPath,
  asked,
  questions: count,
  askers,
}: AnswersArguments): Promise<AnswersReport> {
  const questions = readQuestions(asked ?? OWN_QUESTIONS);
  const server = await startServerProcess(dataPath);
  try {
    const firstAnswer = await askOnce(server.url, questions[0] ?? '');
    for (const question of questions.slice(0, WARM_UP)) await askOnce(server.url, question);
    const asking: AskingMeasures[] = [];
    for (const number of askers) {
      asking.push(await measureAsking(server.url, questions, number, count));
    }
    return {
      readyMilliseconds: server.readyAfter,
      firstAnswerMilliseconds: firstAnswer,
      asking,
      megabytes: server.megabytes(),
    };
  } finally {
    await server.stop();
  }
}

function readQuestions(file: string): string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const { text, query } = JSON.parse(line) as { text?: string; query?: string };
      return text ?? query ?? '';
    })
    .filter((question) => question !== '');
}

/** The report as a table for the terminal. */
export function describeAnswers(report: AnswersReport): string {
  const table = new Table({
    head: ['askers', 'p50 ms', 'p95 ms', 'p99 ms', 'answers/s', 'longest stall ms', 'failures'],
    colAligns: Array.from({ length: 7 }, () => 'right' as const),
    ...PLAIN_TABLE,
  });
  for (const measures of report.asking) {
    table.push([
      measures.askers,
      fixed(measures.p50Milliseconds, 1),
      fixed(measures.p95Milliseconds, 1),
      fixed(measures.p99Milliseconds, 1),
      fixed(measures.answersPerSecond, 0),
      fixed(measures.longestStall, 1),
      measures.failures,
    ]);
  }
  return [
    table.toString(),
    `ready after ${fixed(report.readyMilliseconds, 0)} ms, first answer in ${fixed(report.firstAnswerMilliseconds ?? undefined, 0)} ms, ${fixed(report.megabytes, 0)} MB`,
  ].join('\n');
}
