import { parseArgs } from 'node:util';
import { findChromium } from './chromium.ts';

/** What the scripts that look at the running web app are told. */
export interface BrowserArguments {
  /** Address of the running server, without a slash at its end. */
  readonly url: string;
  readonly executablePath: string;
  readonly json: boolean;
}

/**
 * Reads `[--url URL] [--chromium PATH] [--json]`.
 * @throws when an argument is unknown or there is no Chromium
 */
export function readBrowserArguments(words: readonly string[]): BrowserArguments {
  const { values } = parseArgs({
    args: [...words],
    options: {
      url: { type: 'string', default: 'http://127.0.0.1:3000' },
      chromium: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const { chromium, json, url } = values;
  const executablePath = findChromium(chromium === undefined ? undefined : [chromium]);
  if (executablePath === null) throw new Error('No Chromium was found; name one with --chromium.');
  return { url: url.replace(/\/+$/u, ''), executablePath, json };
}
