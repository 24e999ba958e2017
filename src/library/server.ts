import type { RequestListener } from 'node:http';
import { type Logger, pino } from 'pino';
import { composeHttpApp } from '../app/compose-server.ts';
import { readConfig } from '../app/config.ts';
import { startServer } from '../serve/http-server.ts';
import type { Collection } from './collection.ts';

export interface ServerSettings {
  /** Whether the chat page is served beside the API; true when absent. */
  readonly page?: boolean | undefined;
  /** Names the server answers under, lower case, without port; null means any. */
  readonly allowedHosts?: readonly string[] | null | undefined;
  /** Origins whose pages may use the API; empty or absent means this server's own alone. */
  readonly allowedOrigins?: readonly string[] | undefined;
  /** Keys that clients must send one of; empty or absent means that none is asked for. */
  readonly apiKeys?: readonly string[] | undefined;
  /** Address under which the page is reached, `https://news.example`; absent: as asked. */
  readonly publicUrl?: string | undefined;
  /** Requests a minute that one client may make; 0 or absent means any number. */
  readonly rateLimit?: number | undefined;
  /** Proxies in front whose word about the client is taken. */
  readonly trustedProxies?: number | undefined;
  /** Of requests and failures; absent logs nothing. */
  readonly logger?: Logger | undefined;
  /** Aborted when the server goes down: ends streams that are open. */
  readonly shutdown?: AbortSignal | undefined;
}

/**
 * The page and every API of a collection as a request listener, for `http.createServer` or as a part
 * of an Express application at its root.
 */
export function createHttpApp(
  { application }: Pick<Collection, 'application'>,
  settings: ServerSettings = {},
): RequestListener {
  const { page = true, logger = pino({ level: 'silent' }), ...others } = settings;
  const root = page ? {} : { webRoot: undefined };
  return composeHttpApp(application, { ...others, ...root, logger });
}

export interface ListenSettings extends ServerSettings {
  /** 127.0.0.1 when absent. */
  readonly host?: string | undefined;
  /** 0, when absent, lets the system choose. */
  readonly port?: number | undefined;
}

/**
 * Serves a collection until it is closed; on this machine's own address under its own names alone,
 * unless `allowedHosts` says otherwise.
 * @throws {YinzhengError} `port-in-use`, `invalid-configuration` when the address cannot be taken
 */
export async function serveCollection(
  collection: Pick<Collection, 'application'>,
  { host = '127.0.0.1', port = 0, ...settings }: ListenSettings = {},
): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const shutdown = new AbortController();
  const { allowedHosts } = readConfig({ HOST: host, PORT: String(port) }, process.cwd()).server;
  const app = createHttpApp(collection, {
    allowedHosts,
    ...settings,
    shutdown: shutdown.signal,
  });
  return await startServer({ app, host, port, shutdown });
}
