import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A web server on this machine that answers each path as a test says. */
export interface MisbehavingServer {
  readonly url: string;
  /** Paths that were asked for, in order. */
  readonly asked: string[];
  answers: Record<string, Answer>;
  close(): Promise<void>;
}

export async function startMisbehavingServer(): Promise<MisbehavingServer> {
  const asked: string[] = [];
  const served: MisbehavingServer = { url: '', asked, answers: {}, close: () => stop(server) };
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const answer = served.answers[path];
    if (answer === undefined) response.writeHead(404).end('not here');
    else answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(served, { url: `http://127.0.0.1:${port}` });
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

/** A page with an ETag, which is answered by 304 while it is the same. */
export function page(title: string, text: string): Answer {
  const etag = `"${createHash('sha256')
    .update(title + text)
    .digest('hex')}"`;
  return (request, response) => {
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ETag: etag });
    response.end(`<title>${title}</title><article><h1>${title}</h1><p>${text}</p></article>`);
  };
}

export function xml(content: string): Answer {
  return (_, response) => {
    response.writeHead(200, { 'Content-Type': 'application/xml' });
    response.end(content);
  };
}
