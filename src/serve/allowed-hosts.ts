import type { RequestHandler } from 'express';
import { YinzhengError } from '../core/errors.ts';

/**
 * Refuses requests under any other name. A page elsewhere can point its own name at 127.0.0.1
 * (DNS rebinding) and read a server that only listens there; the Host header still says the name.
 * @param hosts names without port, lower case; IPv6 in brackets
 */
export function requireAllowedHost(hosts: readonly string[]): RequestHandler {
  const allowed = new Set(hosts);
  return (request, _response, next) => {
    const host = (request.headers.host ?? '').toLowerCase().replace(/:\d*$/, '');
    if (allowed.has(host)) return next();
    throw new YinzhengError('host-not-allowed', `The request is for "${host}".`);
  };
}

/**
 * Refuses a request that names two hosts (RFC 9112, 3.2): a proxy before this server may have gone
 * by the other one.
 */
export const requireOneHost: RequestHandler = (request, _response, next) => {
  const { rawHeaders, url } = request;
  const names = rawHeaders.filter((name, place) => place % 2 === 0 && /^host$/iu.test(name));
  if (names.length > 1) {
    throw new YinzhengError('invalid-request', `Expected one Host header; got ${names.length}.`);
  }
  // In the absolute form (RFC 9112, 3.2.2) the address names the host once more.
  const authority = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)/iu.exec(url)?.[1];
  if (authority !== undefined && authority.toLowerCase() !== request.headers.host?.toLowerCase()) {
    throw new YinzhengError(
      'invalid-request',
      'Expected an address on the host of the Host header.',
    );
  }
  next();
};
