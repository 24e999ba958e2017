/**
 * A real HTTP server on loopback that speaks the OpenAI protocol and misbehaves on demand.
 *
 * ```ts
 * const server = await startModelServer();
 * server.script(status(429, { retryAfterSeconds: 0 }), reply('会议在青岛举行。[1]'));
 * // … point an OpenAI client at server.url (it ends in /v1), ask twice …
 * server.requests[1]?.prompt;                     // what the client asked, as one text
 * await server.requests[1]?.closedByClient;       // true when the client left before the end
 * await server.close();
 * ```
 *
 * Each request takes the next scripted behaviour; when none is left, `otherwise` decides (by
 * default `reply('OK.')`, and unit vectors for embeddings). Behaviours are in
 * `chat-behaviours.ts` and `embedding-behaviours.ts`; a behaviour of your own is a function of
 * an `Exchange`.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json, text } from 'node:stream/consumers';
import { reply } from './chat-behaviours.ts';
import { embed } from './embedding-behaviours.ts';

/** A request as it arrived. */
export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  /** With its question mark; empty where there is none. */
  readonly query: string;
  readonly headers: IncomingMessage['headers'];
  /** The parsed JSON body, or null where there was none. */
  readonly body: RequestBody | null;
  /** Every message's content, joined by line feeds; empty for other requests. */
  readonly prompt: string;
  /** Resolves when the exchange is over: true when the client left before the response ended. */
  readonly closedByClient: Promise<boolean>;
}

/** The fields of a request body that tests look at. */
export interface RequestBody {
  readonly model?: string;
  readonly stream?: boolean;
  readonly messages?: readonly { readonly role: string; readonly content: string }[];
  readonly input?: string | readonly string[];
  readonly dimensions?: number;
  readonly [field: string]: unknown;
}

/** One request with its response, for behaviours to write on. */
export interface Exchange {
  readonly request: RecordedRequest;
  readonly response: ServerResponse;
  /** Aborted when the client closes the connection, or the server is closed. */
  readonly gone: AbortSignal;
}

export type Behaviour = (exchange: Exchange) => Promise<void> | void;

export interface ModelServer {
  /** Base URL for clients, ending in `/v1`. */
  readonly url: string;
  /** Every request so far, oldest first, `GET /v1/models` included. */
  readonly requests: readonly RecordedRequest[];
  /** Queues behaviours, one for each POST to come. */
  script(...behaviours: readonly Behaviour[]): void;
  /** Decides what a POST gets when the script is empty. */
  otherwise(choose: (request: RecordedRequest) => Behaviour): void;
  /** Drops the script, `otherwise` and the record of requests. */
  reset(): void;
  close(): Promise<void>;
}

function defaultBehaviour(request: RecordedRequest): Behaviour {
  return request.path.endsWith('/embeddings') ? embed() : reply('OK.');
}

/** Starts the server on a free port of 127.0.0.1. */
export async function startModelServer(): Promise<ModelServer> {
  const requests: RecordedRequest[] = [];
  const scripted: Behaviour[] = [];
  let choose = defaultBehaviour;

  async function handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const gone = new AbortController();
    const closedByClient = new Promise<boolean>((resolve) => {
      response.once('close', () => {
        gone.abort();
        resolve(!response.writableFinished);
      });
    });
    // A behaviour that cuts the socket, or a client that leaves, is no error of the server.
    response.on('error', () => undefined);
    const request = await record(incoming, closedByClient);
    requests.push(request);
    if (request.method === 'GET' && request.path === '/v1/models') {
      sendJson(response, 200, {
        object: 'list',
        data: [{ id: 'test-model', object: 'model', created: 0, owned_by: 'test' }],
      });
      return;
    }
    if (request.method !== 'POST') {
      sendJson(response, 404, {
        error: { message: `No ${request.path} here.`, code: 'not_found' },
      });
      return;
    }
    const behaviour = scripted.shift() ?? choose(request);
    await behaviour({ request, response, gone: gone.signal });
  }

  const server = createServer((incoming, response) => {
    handle(incoming, response).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : new Error(String(error)));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    script: (...behaviours) => void scripted.push(...behaviours),
    otherwise: (decide) => {
      choose = decide;
    },
    reset: () => {
      requests.length = 0;
      scripted.length = 0;
      choose = defaultBehaviour;
    },
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

async function record(
  incoming: IncomingMessage,
  closedByClient: Promise<boolean>,
): Promise<RecordedRequest> {
  const isJson = incoming.headers['content-type']?.includes('json') ?? false;
  const body = isJson ? ((await json(incoming)) as RequestBody) : null;
  if (!isJson) await text(incoming);
  const { pathname, search } = new URL(incoming.url ?? '/', 'http://localhost');
  return {
    method: incoming.method ?? '',
    path: pathname,
    query: search,
    headers: incoming.headers,
    body,
    prompt: (body?.messages ?? []).map((message) => message.content).join('\n'),
    closedByClient,
  };
}

function sendJson(response: ServerResponse, code: number, body: unknown): void {
  response.writeHead(code, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
