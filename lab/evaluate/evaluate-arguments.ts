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
  npm run evaluate -- --claims FILE           true and false sentences: does the check tell them apart?
       --verifier-accuracy SHARE              the same with a second reading, by a scripted model on
                                              loopback that is right so often (0 to 1)
  npm run evaluate -- --answers FILE          whole answers of a model, replayed: how many are marked?
  npm run evaluate -- --reading FILE          the same form: is the first sentence right?
  npm run evaluate -- --feedback FILE         what readers said of answers (feedback.jsonl of a data
                                              folder): are useful ones given still, wrong ones not?

Questions are JSON objects, one a line: _id, text, articles (numbers of those that answer it, in the
file's order, from 1), answer (a list: each entry must be there, a list in it gives other forms),
unanswerable (true where no article answers it).

  --json   prints one JSON object instead of a table
  --help   prints this

Exit codes: 0 measured, 1 failed, 2 wrong usage.
`;

const FILE_FORMS = [
  'questions',
  'retrieval',
  'rgb',
  'reading',
  'claims',
  'answers',
  'feedback',
  'events',
] as const;

export type EvaluateArguments =
  | { readonly form: 'help' }
  | {
      readonly form: (typeof FILE_FORMS)[number];
      readonly path: string;
      readonly json: boolean;
      /** Share of right verdicts of a second reading, 0 to 1, or null without one. */
      readonly verifierAccuracy: number | null;
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
  const verifierAccuracy = accuracyOf(values['verifier-accuracy']);
  const forms = FILE_FORMS.flatMap((form) => {
    const path = values[form];
    return path === undefined ? [] : [{ form, path, json, verifierAccuracy }];
  });
  const [first] = forms;
  if (forms.length + (ablation === undefined ? 0 : 1) !== 1) {
    throw new YinzhengError(
      'usage',
      'Expected exactly one of --questions, --retrieval, --ablation, --rgb, --reading, --claims, --answers, --feedback and --events.',
    );
  }
  if (ablation !== undefined)
    return { form: 'ablation', folders: [ablation, ...positionals], json };
  if (first === undefined || positionals.length > 0) {
    throw new YinzhengError('usage', `"${positionals.join(' ')}" belongs to no option.`);
  }
  return first;
}

function accuracyOf(value: string | undefined): number | null {
  if (value === undefined) return null;
  const accuracy = Number(value);
  if (value.trim() !== '' && accuracy >= 0 && accuracy <= 1) return accuracy;
  throw new YinzhengError('usage', `Expected --verifier-accuracy from 0 to 1, got "${value}".`);
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
      claims: { type: 'string' },
      'verifier-accuracy': { type: 'string' },
      answers: { type: 'string' },
      feedback: { type: 'string' },
      reading: { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
}
