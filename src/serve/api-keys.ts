import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import { YinzhengError } from '../core/errors.ts';

/** Probes of an orchestrator have no key, and learn nothing but whether the server answers. */
const OPEN_PATHS: readonly string[] = ['/api/ready'];

/** Paths that programs ask for; browsers, at all others, are asked for the key themselves. */
const PROGRAM_PATHS = /^\/(?:v1|mcp|retrieval|metrics)(?:\/|$)/u;

/**
 * Asks for one of the keys: `Authorization: Bearer KEY`, or the password of HTTP's basic
 * authentication, which browsers ask their user for. Takes the same time whichever key was wrong,
 * and wherever it was.
 */
export function requireApiKey(keys: readonly string[]): RequestHandler {
  const digests = keys.map(digestOf);
  return (request, response, next) => {
    if (OPEN_PATHS.includes(request.path)) return next();
    const digest = digestOf(presentedKey(request) ?? '');
    let isKnown = false;
    for (const known of digests) {
      // Every key is compared, so that time does not tell which one was near.
      isKnown = timingSafeEqual(known, digest) || isKnown;
    }
    if (isKnown) return next();
    response.set(
      'WWW-Authenticate',
      PROGRAM_PATHS.test(request.path) ? 'Bearer' : 'Basic realm="Yinzheng", charset="UTF-8"',
    );
    throw new YinzhengError(
      'unauthorized',
      'Expected "Authorization: Bearer KEY" with a key of this server; got ' +
        `${request.headers.authorization === undefined ? 'no key' : 'another one'}.`,
    );
  };
}

/** The key a request came with, or null. */
export function presentedKey(request: Request): string | null {
  const { authorization } = request.headers;
  const [, scheme = '', value = ''] =
    /^(bearer|basic)\s+(\S+)\s*$/iu.exec(authorization ?? '') ?? [];
  if (scheme.toLowerCase() === 'bearer') return value;
  if (scheme === '') return null;
  const credentials = Buffer.from(value, 'base64').toString('utf8');
  return credentials.slice(credentials.indexOf(':') + 1);
}

/** Digests are of one length, whatever the keys are. */
function digestOf(key: string): Buffer {
  return createHash('sha256').update(key, 'utf8').digest();
}
