import { parseArgs } from 'node:util';
import { YinzhengError } from '../core/errors.ts';

export const START_USAGE = `Serves the chat page and the API over the index of the data folder.

  npm start                  brings the index up to date with the articles it was made from, then
                             serves; where there is no index, it is made of ARTICLES_PATH (the seeds)
  npm run serve              serves the index as it is and never indexes
                             (the same as npm start -- --no-index)
  npm run index -- FOLDER    chooses the articles (--help says more)

  --help      print this

Settings are environment variables or lines of a file .env, for example PORT=3001 npm start;
.env.example lists them all.
`;

export interface StartArguments {
  readonly help: boolean;
  /** Serve the index as it is. */
  readonly noIndex: boolean;
}

/** @throws {YinzhengError} `usage` */
export function parseStartArguments(words: readonly string[]): StartArguments {
  const flag = { type: 'boolean', default: false } as const;
  try {
    const { values } = parseArgs({
      args: [...words],
      options: { help: { ...flag, short: 'h' }, 'no-index': flag },
    });
    return { help: values.help, noIndex: values['no-index'] };
  } catch (cause) {
    const [sentence] = (cause as Error).message.split('. ');
    throw new YinzhengError('usage', `${sentence?.replace(/\.$/u, '')}.`, { cause });
  }
}
