import cors from 'cors';
import type { RequestHandler } from 'express';
import { YinzhengError } from '../core/errors.ts';

/** Seconds that a browser may keep what it was told about an origin. */
const PREFLIGHT_SECONDS = 600;

/**
 * Lets pages of some origins read this server; those of others cannot, as without it.
 * @param origins such as `https://chat.example`, or `*` for any
 */
export function allowOrigins(origins: readonly string[]): RequestHandler[] {
  const isAllowed = createOriginCheck(origins);
  const shareResource: RequestHandler = (request, response, next) => {
    const { origin } = request.headers;
    if (origin !== undefined && isAllowed(origin)) {
      response.set('Cross-Origin-Resource-Policy', 'cross-origin');
    }
    next();
  };
  return [
    shareResource,
    cors({
      origin: origins.includes('*') ? '*' : [...origins],
      exposedHeaders: ['X-Request-Id', 'Retry-After', 'Mcp-Session-Id'],
      maxAge: PREFLIGHT_SECONDS,
    }),
  ];
}

/**
 * Refuses requests that a page elsewhere makes, as MCP asks of its servers: a browser sends them
 * whether or not the page may read what comes back.
 */
export function requireAllowedOrigin(origins: readonly string[]): RequestHandler {
  const isAllowed = createOriginCheck(origins);
  return (request, _response, next) => {
    const { origin, host } = request.headers;
    if (origin === undefined || isAllowed(origin) || hostOf(origin) === host) return next();
    throw new YinzhengError('origin-not-allowed', `The request is from a page of "${origin}".`);
  };
}

function createOriginCheck(origins: readonly string[]): (origin: string) => boolean {
  return (origin) => origins.includes('*') || origins.includes(origin);
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
