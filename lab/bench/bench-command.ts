import { reportFailure } from '../../scripts/command-line.ts';
import { ANSWERS_USAGE, parseAnswersArguments } from './answers/answers-arguments.ts';
import { describeAnswers, runAnswersBench } from './answers/run-answers-bench.ts';
import { BENCH_USAGE, parseBenchArguments } from './bench-arguments.ts';
import { describeBench } from './bench-tables.ts';
import { installPeers } from './install-peers.ts';
import { runBench } from './run-bench.ts';
import { PEERS } from './systems.ts';

/** What the command touches, so that tests can hold it. */
export interface BenchIo {
  /** Writes to standard output. */
  readonly print: (text: string) => void;
  /** Writes to standard error. */
  readonly writeError: (text: string) => void;
}

/** Runs `npm run bench` and gives its exit code; `BENCH_USAGE` says what they mean. */
export async function runBenchCommand(
  words: readonly string[],
  { print, writeError }: BenchIo,
): Promise<number> {
  const say = (line: string) => writeError(`${line}\n`);
  try {
    if (words.includes('--answers')) {
      const given = parseAnswersArguments(words);
      if (given.help) {
        print(ANSWERS_USAGE);
        return 0;
      }
      const report = await runAnswersBench(given);
      print(`${given.json ? JSON.stringify(report) : describeAnswers(report)}\n`);
      return 0;
    }
    const given = parseBenchArguments(words);
    if (given.help) {
      print(BENCH_USAGE);
      return 0;
    }
    if (PEERS.some(({ id, ownPackage }) => ownPackage && given.peers.includes(id))) {
      installPeers(say);
    }
    const report = await runBench(given, say);
    print(`${given.json ? JSON.stringify(report) : describeBench(report)}\n`);
    return 0;
  } catch (thrown) {
    return reportFailure(thrown, writeError, words.includes('--json') ? print : undefined);
  }
}
