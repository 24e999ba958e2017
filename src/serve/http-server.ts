import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { YinzhengError } from '../core/errors.ts';

export interface HttpServerSettings {
  readonly app: RequestListener;
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** The controller of the app's `shutdown` signal; closing aborts it. */
  readonly shutdown?: AbortController | undefined;
  /** Milliseconds that responses under way have to end once the server closes. */
  readonly graceMs?: number | undefined;
}

export interface HttpServer {
  /** Address to open, with the port that was really taken. */
  readonly url: string;
  readonly port: number;
  /** Takes no more connections, ends event streams, and resolves when the last one is closed. */
  close(): Promise<void>;
}

const DEFAULT_GRACE_MS = 2_000;

/** Longer than proxies keep their connections (60 s): they, not this server, end one in use. */
const KEEP_ALIVE_MS = 72_000;

/** How long a client may take to send a whole request. */
const REQUEST_TIMEOUT_MS = 30_000;

/**
 * Listens, and resolves when requests are taken.
 * @throws {YinzhengError} `port-in-use`, `invalid-configuration` when the address cannot be taken
 */
export async function startServer(settings: HttpServerSettings): Promise<HttpServer> {
  const { app, host, port, shutdown, graceMs = DEFAULT_GRACE_MS } = settings;
  const server = createServer(
    { requestTimeout: REQUEST_TIMEOUT_MS, keepAliveTimeout: KEEP_ALIVE_MS },
    app,
  );
  const unused = watchConnections(server);
  await listen(server, host, port);
  const address = server.address() as AddressInfo;
  let closing: Promise<void> | undefined;
  return {
    url: `http://${nameInUrl(host)}:${address.port}`,
    port: address.port,
    close() {
      closing ??= closeServer(server, unused, shutdown, graceMs);
      return closing;
    },
  };
}

async function listen(server: Server, host: string, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  }).catch((error: NodeJS.ErrnoException) => {
    throw listenError(error, host, port);
  });
}

/**
 * Takes an address and gives it back, to learn early whether it can be taken.
 * @throws {YinzhengError} `port-in-use`, `invalid-configuration`
 */
export async function probePort(host: string, port: number): Promise<void> {
  const server = createServer();
  await listen(server, host, port);
  await new Promise((resolve) => server.close(resolve));
}

function listenError(error: NodeJS.ErrnoException, host: string, port: number): YinzhengError {
  if (error.code === 'EADDRINUSE') {
    return new YinzhengError('port-in-use', `Another program listens on port ${port} of ${host}.`, {
      field: 'PORT',
      cause: error,
    });
  }
  return new YinzhengError(
    'invalid-configuration',
    `The server cannot listen on ${host}:${port} (${error.code ?? error.message}).`,
    { field: error.code === 'EACCES' ? 'PORT' : 'HOST', cause: error },
  );
}

/**
 * Keeps the two kinds of connections that Node's `close` would wait for in vain: one whose last
 * response ends while the server closes is closed here; those that browsers open in advance and
 * have sent nothing on yet are returned.
 */
function watchConnections(server: Server): ReadonlySet<Socket> {
  const unused = new Set<Socket>();
  server.on('connection', (socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  server.on('request', (request, response) => {
    unused.delete(request.socket);
    response.once('close', () => {
      if (!server.listening) setImmediate(() => server.closeIdleConnections());
    });
  });
  return unused;
}

async function closeServer(
  server: Server,
  unused: ReadonlySet<Socket>,
  shutdown: AbortController | undefined,
  graceMs: number,
): Promise<void> {
  await new Promise<void>((resolve) => {
    // Idle keep-alive connections are closed by this too; those with a response under way wait.
    server.close(() => resolve());
    for (const socket of unused) socket.destroy();
    shutdown?.abort();
    const forceCloseTimer = setTimeout(() => server.closeAllConnections(), graceMs);
    server.once('close', () => clearTimeout(forceCloseTimer));
  });
}

/** A host to listen on as one to open: every interface is this machine, IPv6 goes in brackets. */
function nameInUrl(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
