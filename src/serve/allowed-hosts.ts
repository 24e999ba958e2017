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
