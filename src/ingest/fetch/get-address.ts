import { lookup } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

export interface GetLimits {
  /** Bytes of an answer, unpacked. */
  readonly maxBytes: number;
  /** Milliseconds for an answer with all its redirects. */
  readonly timeoutMs: number;
  readonly maxRedirects: number;
  /** Whether a resolved IP address may be connected to. */
  readonly isAllowedAddress: (address: string) => boolean;
}

/** What came of a request. */
export interface Got {
  /** 304 where what is known is still what there is. */
  readonly status: number;
  /** Where it was, redirects followed. */
  readonly url: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly bytes: Buffer;
}

/** A request that was not made or not finished, with the reason in words. */
export class FetchFailure extends Error {
  override readonly name = 'FetchFailure';
}

const USER_AGENT = 'Yinzheng/0.1 (reads news for its own user)';

/**
 * Gets an address within limits. Every address on the way, redirects included, is resolved and
 * checked in the same step that connects to it, so that no name can change its mind in between.
 *
 * @param conditions headers such as `If-None-Match`
 * @throws {FetchFailure}
 */
export async function getAddress(
  address: string,
  limits: GetLimits,
  conditions: Readonly<Record<string, string>> = {},
): Promise<Got> {
  const signal = AbortSignal.timeout(limits.timeoutMs);
  let url = requireWebAddress(address);
  for (let redirects = 0; ; redirects++) {
    const response = await request(url, limits, conditions, signal);
    const { statusCode: status = 0, headers } = response;
    const isRedirect = [301, 302, 303, 307, 308].includes(status) && headers.location !== undefined;
    if (!isRedirect) {
      const bytes = await readBody(response, limits, signal);
      return { status, url: url.href, headers, bytes };
    }
    response.destroy();
    if (redirects === limits.maxRedirects) {
      throw new FetchFailure(`It redirects more than ${limits.maxRedirects} times.`);
    }
    url = requireWebAddress(headers.location ?? '', url.href);
  }
}

function requireWebAddress(address: string, base?: string): URL {
  const url = URL.canParse(address, base) ? new URL(address, base) : null;
  if (url === null || !/^https?:$/u.test(url.protocol)) {
    throw new FetchFailure(`Expected an http or https address; got ${address.slice(0, 200)}.`);
  }
  if (url.username !== '' || url.password !== '') {
    throw new FetchFailure('Its address gives a password away. Leave it out.');
  }
  return url;
}

function request(
  url: URL,
  { isAllowedAddress }: GetLimits,
  conditions: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<http.IncomingMessage> {
  const refuse = (address: string) =>
    new FetchFailure(
      `${url.hostname} is ${address}, an address of a private network. Set FETCH_PRIVATE=true where it is meant.`,
    );
  const host = url.hostname.replace(/^\[|\]$/gu, '');
  if (isIP(host) !== 0 && !isAllowedAddress(host)) return Promise.reject(refuse(host));
  const checkedLookup: LookupFunction = (name, options, done) => {
    lookup(name, { ...options, all: true }, (error, found) => {
      if (error !== null) return done(error, '', 0);
      const refused = found.find(({ address }) => !isAllowedAddress(address));
      if (refused !== undefined) return done(refuse(refused.address), '', 0);
      const [first] = found;
      if (options.all === true) return done(null, found);
      done(null, first?.address ?? '', first?.family ?? 0);
    });
  };
  return new Promise((resolve, reject) => {
    const { get } = url.protocol === 'https:' ? https : http;
    const headers = {
      'User-Agent': USER_AGENT,
      Accept: 'text/html, application/xhtml+xml, application/xml, */*;q=0.5',
      'Accept-Encoding': 'gzip, deflate, br',
      ...conditions,
    };
    get(url, { headers, signal, lookup: checkedLookup, agent: false }, resolve).on(
      'error',
      (error) => reject(asFailure(error, signal)),
    );
  });
}

async function readBody(
  response: http.IncomingMessage,
  { maxBytes }: GetLimits,
  signal: AbortSignal,
): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  const stream = unpacked(response);
  const stop = () => stream.destroy(new Error('late'));
  signal.addEventListener('abort', stop);
  try {
    for await (const part of stream as AsyncIterable<Buffer>) {
      length += part.length;
      if (length > maxBytes) {
        throw new FetchFailure(
          `The answer has more than ${maxBytes} bytes, which are all that is read.`,
        );
      }
      parts.push(part);
    }
  } catch (error) {
    throw asFailure(error, signal);
  } finally {
    signal.removeEventListener('abort', stop);
    response.destroy();
  }
  return Buffer.concat(parts);
}

function unpacked(response: http.IncomingMessage): Readable {
  const encoding = response.headers['content-encoding']?.toLowerCase();
  const unpack =
    encoding === 'gzip'
      ? createGunzip()
      : encoding === 'br'
        ? createBrotliDecompress()
        : encoding === 'deflate'
          ? createInflate()
          : null;
  if (unpack === null) return response;
  response.on('error', (error) => unpack.destroy(error));
  return response.pipe(unpack);
}

function asFailure(error: unknown, signal: AbortSignal): FetchFailure {
  if (error instanceof FetchFailure) return error;
  if (signal.aborted) return new FetchFailure('It did not answer in time.');
  const message = error instanceof Error ? error.message : String(error);
  return new FetchFailure(`It could not be reached: ${message.replace(/\.$/u, '')}.`);
}
