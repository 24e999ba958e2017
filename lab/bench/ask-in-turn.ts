import { percentile } from '../evaluate/ranking-metrics.ts';
import { type SystemProcess, TaskFailure } from './system-process.ts';

/** How a system did on the questions. */
export interface QuestionRun {
  readonly p50Milliseconds: number;
  readonly p99Milliseconds: number;
  /** Places of articles, best first, each once; only of the questions it got to. */
  readonly rankings: readonly (readonly number[])[];
  /** Why it did not get to all of them, or null. */
  readonly cutOff: string | null;
}

export interface AskingSettings {
  readonly questions: readonly string[];
  /** Questions asked before the clock counts. */
  readonly warmUp: number;
  /** Times that all questions are asked. */
  readonly rounds: number;
  /** Milliseconds that the searches of one system may take together. */
  readonly budget: number;
}

interface Asked {
  readonly times: number[];
  readonly rankings: number[][];
  spent: number;
  cutOff: string | null;
}

/**
 * Puts every question to every system before the next question, in a new order each time, so that
 * whatever else the machine does falls on all alike. A system that has used up its budget is asked
 * no more.
 */
export async function askInTurn(
  systems: ReadonlyMap<string, SystemProcess>,
  { questions, warmUp, rounds, budget }: AskingSettings,
): Promise<Map<string, QuestionRun>> {
  const asked = new Map<string, Asked>();
  for (const name of systems.keys()) {
    asked.set(name, { times: [], rankings: [], spent: 0, cutOff: null });
  }
  for (const question of questions.slice(0, warmUp)) await ask(question, 'warm-up', 0);
  for (let round = 0; round < rounds; round++) {
    for (const [turn, question] of questions.entries()) {
      await ask(question, round === 0 ? 'first' : 'again', turn);
    }
  }
  return new Map(Array.from(asked, ([name, run]) => [name, summarize(run, questions.length)]));

  async function ask(question: string, round: 'warm-up' | 'first' | 'again', turn: number) {
    const all = [...systems];
    const first = turn % Math.max(1, all.length);
    for (const [name, system] of [...all.slice(first), ...all.slice(0, first)]) {
      const run = asked.get(name);
      if (run === undefined || run.cutOff !== null || run.spent > budget) continue;
      try {
        const found = await system.perform({ kind: 'search', question }, budget);
        run.spent += found.milliseconds;
        if (round === 'warm-up') continue;
        run.times.push(found.milliseconds);
        if (round === 'first') run.rankings.push([...new Set(found.documents)]);
      } catch (error) {
        if (!(error instanceof TaskFailure)) throw error;
        run.cutOff = error.message;
      }
    }
  }

  function summarize({ times, rankings, cutOff }: Asked, wanted: number): QuestionRun {
    const asMany = rankings.length === wanted;
    const stopped = `stopped after ${rankings.length} of ${wanted} questions, at ${budget / 1000} s`;
    return {
      p50Milliseconds: percentile(times, 0.5),
      p99Milliseconds: percentile(times, 0.99),
      rankings,
      cutOff: cutOff ?? (asMany ? null : stopped),
    };
  }
}
