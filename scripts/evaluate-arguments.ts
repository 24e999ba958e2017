import { parseArgs } from 'node:util';
import { YinzhengError } from '../src/core/errors.ts';

export const EVALUATE_USAGE = `Measures how good the answers and the search are.

  npm run evaluate -- --questions FILE   questions about the configured articles
  npm run evaluate -- --retrieval DIR    a collection in BEIR layout
  npm run evaluate -- --rgb FILE         answering and refusing, in the form of RGB

  --json   prints one JSON object instead of a table
  --help   prints this

Exit codes: 0 measured, 1 failed, 2 wrong usage.
`;

export type EvaluateArguments =
  | { readonly form: 'help' }
  | {
      readonly form: 'questions' | 'retrieval' | 'rgb';
      readonly path: string;
      readonly json: boolean;
    };

/**
 * Reads the words after `npm run evaluate --`.
 * @throws {YinzhengError} `usage`
 */
export function parseEvaluateArguments(words: readonly string[]): EvaluateArguments {
  const values = parse(words);
  if (values.help) return { form: 'help' };
  const forms = (['questions', 'retrieval', 'rgb'] as const).flatMap((form) => {
    const path = values[form];
    return path === undefined ? [] : [{ form, path }];
  });
  const [first] = forms;
  if (first === undefined || forms.length > 1) {
    throw new YinzhengError(
      'usage',
      `One of --questions, --retrieval and --rgb was expected; ${forms.length} came.`,
    );
  }
  return { ...first, json: values.json ?? false };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: {
        questions: { type: 'string' },
        retrieval: { type: 'string' },
        rgb: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    // Node's message names the option and how to write it.
    throw new YinzhengError('usage', error instanceof Error ? `${error.message}.` : String(error));
  }
}
