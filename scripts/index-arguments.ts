import { parseArgs } from 'node:util';
import { YinzhengError } from '../src/core/errors.ts';

export const INDEX_USAGE = `Reads articles and makes the index that questions are answered from.

  npm run index -- [path…] [--replace | --add] [--force] [--dry-run] [--json]

  path…       files and folders to read; none means those that the index was made from, and where
              there is no index, ARTICLES_PATH (the seeds). An address (https://…) of a page, a feed
              or a sitemap is fetched into the data folder first, and so are those that a file
              sources.yaml lists; give them again to fetch what changed
  --replace   give up the articles of the index there is for those of the paths
  --add       index the paths beside those of the index there is
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
  readonly replace: boolean;
  readonly add: boolean;
  readonly force: boolean;
  readonly dryRun: boolean;
  readonly json: boolean;
  readonly paths: readonly string[];
}

/** @throws {YinzhengError} `usage` */
export function parseIndexArguments(words: readonly string[]): IndexArguments {
  const flag = { type: 'boolean', default: false } as const;
  let given: IndexArguments;
  try {
    const { values, positionals: paths } = parseArgs({
      args: [...words],
      options: {
        replace: flag,
        add: flag,
        force: flag,
        'dry-run': flag,
        json: flag,
        help: { ...flag, short: 'h' },
      },
      allowPositionals: true,
    });
    const { 'dry-run': dryRun, ...flags } = values;
    given = { ...flags, dryRun, paths };
  } catch (cause) {
    const [sentence] = (cause as Error).message.split('. ');
    throw new YinzhengError('usage', `${sentence?.replace(/\.$/, '')}.`, { cause });
  }
  if (given.replace && given.add) {
    throw new YinzhengError('usage', 'Either --replace or --add was expected; both came.');
  }
  return given;
}
