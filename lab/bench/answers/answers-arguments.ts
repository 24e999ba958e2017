import { parseArgs } from 'node:util';
import { YinzhengError } from '../../../src/core/errors.ts';

export const ANSWERS_USAGE = `Measures whole answers over HTTP, from a server that it starts on an index there is.

  npm run bench -- --answers [--data PATH] [--asked FILE] [--questions N] [--askers NUMBERS]
                             [--json]

  --data PATH         folder of the index (DATA_PATH); default: the configured one
  --asked FILE        questions as JSON Lines with "text" or "query"; default: questions that
                      come with the project's tests
  --questions N       asked at each number of askers; default 200
  --askers NUMBERS    asking at the same time; default 1,8,64
  --json              prints one JSON object and nothing else
`;

export interface AnswersArguments {
  readonly help: boolean;
  readonly json: boolean;
  readonly dataPath: string | null;
  readonly asked: string | null;
  readonly questions: number;
  readonly askers: readonly number[];
}

/**
 * Reads the words after `npm run bench --` where they hold `--answers`.
 * @throws {YinzhengError} `usage`
 */
export function parseAnswersArguments(argv: readonly string[]): AnswersArguments {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        answers: { type: 'boolean' },
        data: { type: 'string' },
        asked: { type: 'string' },
        questions: { type: 'string', default: '200' },
        askers: { type: 'string', default: '1,8,64' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false, short: 'h' },
      },
    });
    return {
      help: values.help,
      json: values.json,
      dataPath: values.data ?? null,
      asked: values.asked ?? null,
      questions: countOf('--questions', values.questions),
      askers: values.askers.split(',').map((count) => countOf('--askers', count)),
    };
  } catch (cause) {
    if (cause instanceof YinzhengError) throw cause;
    throw new YinzhengError('usage', (cause as Error).message, { cause });
  }
}

function countOf(field: string, value: string): number {
  const count = Number(value);
  if (Number.isInteger(count) && count > 0) return count;
  throw new YinzhengError('usage', `${field} expects whole numbers from 1; got "${value}".`, {
    field,
  });
}
