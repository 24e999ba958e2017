import type { RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { YinzhengError } from '../core/errors.ts';
import { presentedKey } from './api-keys.ts';

const MINUTE_MS = 60_000;

/**
 * Bounds how many requests one client may make: one API key, or one address where there are none.
 * @param limit requests a minute
 * @param hasKeys whether keys were checked before, so that a made-up one cannot be a client
 */
export function limitRate(limit: number, hasKeys: boolean): RequestHandler {
  return rateLimit({
    windowMs: MINUTE_MS,
    limit,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    skip: ({ baseUrl, path }) => `${baseUrl}${path}` === '/api/ready',
    keyGenerator: (request) =>
      (hasKeys ? presentedKey(request) : null) ?? ipKeyGenerator(request.ip ?? ''),
    handler: (_request, _response, next) => {
      next(new YinzhengError('rate-limited', `At most ${limit} requests a minute are taken.`));
    },
  });
}
