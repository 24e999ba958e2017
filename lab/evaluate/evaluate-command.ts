import { reportFailure } from '../../scripts/command-line.ts';
import { ablationTable } from '../ablation/ablation-table.ts';
import type { Evaluation } from './compose-evaluation.ts';
import {
  EVALUATE_USAGE,
  type EvaluateArguments,
  parseEvaluateArguments,
} from './evaluate-arguments.ts';
import { eventsTable, figureTable, questionsTable, rgbTable } from './evaluate-tables.ts';

/** What the command touches, so that tests can hold it. */
export interface EvaluateIo {
  /** Loads what is measured; called only when there is something to measure. */
  readonly open: () => Promise<Evaluation>;
  /** Writes to standard output: the result, and nothing else. */
  readonly print: (text: string) => void;
  /** Writes to standard error. */
  readonly writeError: (text: string) => void;
}

/** Runs `npm run evaluate` and gives its exit code. */
export async function runEvaluate(
  words: readonly string[],
  { open, print, writeError }: EvaluateIo,
): Promise<number> {
  try {
    const asked = parseEvaluateArguments(words);
    if (asked.form === 'help') {
      print(EVALUATE_USAGE);
      return 0;
    }
    print(await measure(asked, await open(), writeError));
    return 0;
  } catch (thrown) {
    return reportFailure(thrown, writeError);
  }
}

async function measure(
  asked: Exclude<EvaluateArguments, { form: 'help' }>,
  evaluation: Evaluation,
  writeError: (text: string) => void,
): Promise<string> {
  const { json } = asked;
  if (asked.form === 'ablation') {
    const report = await evaluation.ablation(asked.folders, (without, collection) => {
      writeError(`${collection} without ${without ?? 'nothing'}\n`);
    });
    return json ? toJson(report) : ablationTable(report);
  }
  const { form, path } = asked;
  const progress = (done: number, all: number) => {
    if (done % 10 === 0 || done === all) writeError(`${done} of ${all} questions\n`);
  };
  if (form === 'retrieval') {
    const report = await evaluation.retrieval(path);
    return json ? toJson(report) : figureTable(report);
  }
  if (form === 'rgb') {
    const report = await evaluation.rgb(path, progress);
    return json ? toJson(report) : rgbTable(report);
  }
  if (form === 'events') {
    const report = await evaluation.events(path, ({ story, language, missing }, { answer }) => {
      writeError(
        `${story} (${language}), missing: ${missing.join(', ') || 'nothing'}\n${answer}\n\n`,
      );
    });
    return json ? toJson(report) : eventsTable(report);
  }
  if (form === 'claims') {
    // The result is one JSON object in any case: it is what other programs read.
    return toJson(await evaluation.claims(path, asked.verifierAccuracy));
  }
  if (form === 'feedback') return toJson(await evaluation.feedback(path));
  if (form === 'answers') {
    return toJson(await evaluation.answers(path));
  }
  if (form === 'reading') {
    const report = await evaluation.reading(path, progress);
    return json ? toJson(report) : figureTable(report);
  }
  const report = await evaluation.questions(path, ({ question, answer, isPassed, figures }) => {
    const { isDirect, isRight, outcome } = figures;
    const judged = isDirect ? 'direct' : isRight ? 'right' : isPassed ? 'passed' : 'FAILED';
    if (!json)
      writeError(`${judged} (${outcome}) ${question.id} ${question.text}\n${answer.answer}\n\n`);
  });
  return json ? toJson(report) : questionsTable(report);
}

function toJson(report: object): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
