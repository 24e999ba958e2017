import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';

/**
 * One line for each request when it is over, and its id in `X-Request-Id`. The path goes without
 * its query, where a question may stand.
 */
export function logRequests(logger: Logger): RequestHandler {
  return (request, response, next) => {
    const id = randomUUID();
    const began = performance.now();
    const { method, path } = request;
    response.set('X-Request-Id', id);
    response.once('close', () => {
      logger.info(
        {
          id,
          method,
          path,
          status: response.statusCode,
          ms: Math.round(performance.now() - began),
          ...(response.writableFinished ? {} : { closedByClient: true }),
        },
        'request',
      );
    });
    next();
  };
}
