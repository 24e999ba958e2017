import { parseArgs } from 'node:util';
import { YinzhengError } from '../src/core/errors.ts';

export const INDEX_USAGE = `Reads articles and makes the index that questions are answered from.

  npm run index -- [path…] [--force] [--dry-run] [--json]

  path…       files and folders to read, instead of ARTICLES_PATH
  --force     make the index anew, even if nothing changed, and embed every chunk again
  --dry-run   say what would be done, and write nothing
  --json      print one JSON object on standard output and nothing else
  --help      print this

Exit codes: 0 done, also when nothing changed; 1 nothing usable, or it failed; 2 wrong usage;
130 interrupted. Until a run is done the previous index stays in use, and a run that was
interrupted goes on where it stopped when the command is given again.
`;

export interface IndexArguments {
  readonly help: boolean;
  readonly force: boolean;
  readonly dryRun: boolean;
  readonly json: boolean;
  readonly paths: readonly string[];
}

/** @throws {YinzhengError} `usage` */
export function parseIndexArguments(words: readonly string[]): IndexArguments {
  const flag = { type: 'boolean', default: false } as const;
  try {
    const { values, positionals: paths } = parseArgs({
      args: [...words],
      options: { force: flag, 'dry-run': flag, json: flag, help: { ...flag, short: 'h' } },
      allowPositionals: true,
    });
    const { force, json, help } = values;
    return { force, json, help, dryRun: values['dry-run'], paths };
  } catch (cause) {
    const [sentence] = (cause as Error).message.split('. ');
    throw new YinzhengError('usage', `${sentence?.replace(/\.$/, '')}.`, { cause });
  }
}
