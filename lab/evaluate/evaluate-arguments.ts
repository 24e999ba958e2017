import { readCommandLine } from '../../scripts/command-line.ts';
import { YinzhengError } from '../../src/core/errors.ts';

export const EVALUATE_USAGE = `Measures how good the answers and the search are.

  npm run evaluate -- --questions FILE        questions about the configured articles
  npm run evaluate -- --retrieval DIR         a collection in BEIR layout
  npm run evaluate -- --ablation DIR [DIR …]  the same, with each rule of the search switched off
                                              in turn: what is each worth?
  npm run evaluate -- --rgb FILE              answering and refusing, in the form of RGB
  npm run evaluate -- --events DIR            events, stories and briefs of a folder of articles, by
                                              DIR/stories.jsonl or lab/evaluate/stories/

  --json   prints one JSON object instead of a table
  --help   prints this

Exit codes: 0 measured, 1 failed, 2 wrong usage.
`;

export type EvaluateArguments =
  | { readonly form: 'help' }
  | {
      readonly form: 'questions' | 'retrieval' | 'rgb' | 'events';
      readonly path: string;
      readonly json: boolean;
    }
  | { readonly form: 'ablation'; readonly folders: readonly string[]; readonly json: boolean };

/**
 * Reads the words after `npm run evaluate --`.
 * @throws {YinzhengError} `usage`
 */
export function parseEvaluateArguments(words: readonly string[]): EvaluateArguments {
  const { values, positionals } = parse(words);
  const { ablation, json = false } = values;
  if (values.help) return { form: 'help' };
  const forms = (['questions', 'retrieval', 'rgb', 'events'] as const).flatMap((form) => {
    const path = values[form];
    return path === undefined ? [] : [{ form, path, json }];
  });
  const [first] = forms;
  if (forms.length + (ablation === undefined ? 0 : 1) !== 1) {
    throw new YinzhengError(
      'usage',
      'Exactly one of --questions, --retrieval, --ablation, --rgb and --events was expected.',
    );
  }
  if (ablation !== undefined)
    return { form: 'ablation', folders: [ablation, ...positionals], json };
  if (first === undefined || positionals.length > 0) {
    throw new YinzhengError('usage', `"${positionals.join(' ')}" belongs to no option.`);
  }
  return first;
}

function parse(words: readonly string[]) {
  return readCommandLine({
    args: [...words],
    allowPositionals: true,
    options: {
      questions: { type: 'string' },
      retrieval: { type: 'string' },
      ablation: { type: 'string' },
      rgb: { type: 'string' },
      events: { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
}
