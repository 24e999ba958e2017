import { YinzhengError } from '../src/core/errors.ts';
import type { ArticleFilters } from '../src/core/filters.ts';
import { readCommandLine, requireDay } from './command-line.ts';

export const ASK_USAGE = `Asks the indexed articles, and prints the answer with its sources.

  npm run ask -- "question" [options]

  --from DATE      only articles published on or after DATE (YYYY-MM-DD)
  --to DATE        only articles published on or before DATE
  --source NAME    only articles of this outlet, in any form of its name
  --language CODE  only articles in zh or en
  --today DATE     the day that "yesterday" is relative to
  --explain        also says why each passage ranks where it does
  --trace          also shows what was read of the question, the passages, and every sentence
                   with its features; the checks stand in the answer (--json)
  --json           prints one JSON object
  --help           prints this

Exit codes: 0 answered, 1 refused or failed, 2 wrong usage.
`;

export interface AskArguments {
  readonly question: string;
  readonly filters: ArticleFilters;
  readonly today: string | undefined;
  readonly explain: boolean;
  readonly trace: boolean;
  readonly json: boolean;
  readonly help: boolean;
}

/**
 * Reads the words after `npm run ask --`; the question needs no quotation marks around it.
 * @throws {YinzhengError} `usage`, `empty-question`
 */
export function parseAskArguments(words: readonly string[]): AskArguments {
  const { values, positionals } = parse(words);
  const { from, to, source, language } = values;
  for (const [name, value] of Object.entries({ from, to, today: values.today })) {
    if (value !== undefined) requireDay(name, value);
  }
  if (language !== undefined && language !== 'zh' && language !== 'en') {
    throw new YinzhengError('usage', `--language takes zh or en; "${language}" came.`);
  }
  const question = positionals.join(' ').trim();
  const help = values.help ?? false;
  if (question === '' && !help) {
    throw new YinzhengError('empty-question', 'For example: npm run ask -- "谁主持了会议?"');
  }
  return {
    question,
    filters: { from, to, source, language },
    today: values.today,
    explain: values.explain ?? false,
    trace: values.trace ?? false,
    json: values.json ?? false,
    help,
  };
}

function parse(words: readonly string[]) {
  return readCommandLine({
    args: [...words],
    allowPositionals: true,
    options: {
      from: { type: 'string' },
      to: { type: 'string' },
      source: { type: 'string' },
      language: { type: 'string' },
      today: { type: 'string' },
      explain: { type: 'boolean' },
      trace: { type: 'boolean' },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
}
