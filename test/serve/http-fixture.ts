import { request } from 'node:http';
import { createParser, type EventSourceMessage } from 'eventsource-parser';
import pino, { type Logger } from 'pino';
import type { AnswerEvent } from '../../src/core/answer-event.ts';
import { createHttpApp, type HttpAppSettings } from '../../src/serve/http-app.ts';
import { type HttpServer, startServer } from '../../src/serve/http-server.ts';
import { createMemoryApplication } from './memory-application.ts';

/** A line of pino's log, parsed. */
export interface LogLine {
  readonly level: number;
  readonly msg: string;
  readonly id?: string;
  readonly method?: string;
  readonly path?: string;
  readonly status?: number;
}

/** A served application on a free port, for one test. */
export interface Served extends HttpServer {
  /** What the server logged, one parsed line each. */
  readonly log: readonly LogLine[];
  get(path: string, init?: RequestInit): Promise<Response>;
  /** POSTs a body as JSON, or as it is where it is a string. */
  post(path: string, body: unknown, init?: RequestInit): Promise<Response>;
}

/** Serves with a log that is kept; close it after the test. */
export async function serve(settings: Partial<HttpAppSettings> = {}): Promise<Served> {
  const log: LogLine[] = [];
  const logger: Logger = pino(
    { level: 'debug' },
    { write: (line: string) => void log.push(JSON.parse(line)) },
  );
  const shutdown = new AbortController();
  const application = settings.application ?? createMemoryApplication();
  const countTokens = (text: string) => text.length;
  const app = createHttpApp({
    logger,
    countTokens,
    shutdown: shutdown.signal,
    ...settings,
    application,
  });
  const server = await startServer({ app, host: '127.0.0.1', port: 0, shutdown, graceMs: 2_000 });
  return {
    ...server,
    log,
    get: (path, init) => fetch(server.url + path, init),
    post: (path, body, init = {}) =>
      fetch(server.url + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: typeof body === 'string' ? body : JSON.stringify(body),
        ...init,
      }),
  };
}

/** The events of a stream that has ended, with their data parsed. */
export async function readEvents(
  response: Response,
): Promise<{ readonly event: string; readonly data: AnswerEvent }[]> {
  const messages: EventSourceMessage[] = [];
  const parser = createParser({ onEvent: (message) => void messages.push(message) });
  parser.feed(await response.text());
  return messages.map(({ event, data }) => ({
    event: event ?? '',
    data: JSON.parse(data) as AnswerEvent,
  }));
}

/** A GET whose path and headers go out exactly as they are, which fetch does not allow. */
export function rawGet(
  { port }: Served,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ readonly status: number; readonly body: string }> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, headers }, (response) => {
      let body = '';
      response.on('data', (bytes: Buffer) => {
        body += bytes.toString();
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    sent.on('error', reject);
    sent.end();
  });
}
