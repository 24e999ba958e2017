import { type Agent, request } from 'node:http';
import type { FuzzRequest } from './fuzz-requests.ts';

/** What became of a request. */
export interface Outcome {
  /** The status, or why there was none: a code of the connection, `left`, `timeout`, `unsendable`. */
  readonly status: number | string;
  /** The first of what came. */
  readonly body: string;
  readonly milliseconds: number;
}

const KEPT_CHARACTERS = 20_000;

/** Sends a request as it is; never throws. */
export function sendRequest(
  url: string,
  { method, path, headers, body, leaveAfter }: FuzzRequest,
  agent: Agent,
  timeoutMs = 60_000,
): Promise<Outcome> {
  const began = performance.now();
  return new Promise((resolve) => {
    let text = '';
    const finish = (status: number | string) => {
      clearTimeout(timer);
      resolve({ status, body: text, milliseconds: performance.now() - began });
    };
    const { hostname, port } = new URL(url);
    let timer: NodeJS.Timeout | undefined;
    try {
      const sent = request({ agent, hostname, port, method, path, headers }, (response) => {
        response.on('data', (bytes: Buffer) => {
          if (text.length < KEPT_CHARACTERS) text += bytes.toString('utf8');
        });
        response.on('end', () => finish(response.statusCode ?? 0));
        response.on('error', (error: NodeJS.ErrnoException) => finish(error.code ?? error.message));
      });
      const leave = (reason: string) => {
        finish(reason);
        sent.destroy();
      };
      timer = setTimeout(
        () => leave(leaveAfter === null ? 'timeout' : 'left'),
        leaveAfter ?? timeoutMs,
      );
      sent.on('error', (error: NodeJS.ErrnoException) => finish(error.code ?? error.message));
      sent.end(body ?? undefined);
    } catch {
      // Node refuses some paths and headers before anything is sent.
      finish('unsendable');
    }
  });
}
