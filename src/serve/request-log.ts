import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import type { Logger } from 'pino';

/** An id that a proxy may give; anything else could forge lines of a log. */
const REQUEST_ID = /^[\w.:/+=-]{1,128}$/u;
/** W3C Trace Context: version, trace id, parent id, flags. */
const TRACE_PARENT = /^(?!ff)[\da-f]{2}-(?!0{32})([\da-f]{32})-(?!0{16})[\da-f]{16}-[\da-f]{2}/u;

/**
 * One line for each request when it is over, and its id in `X-Request-Id`: the one it came with,
 * else the id of its trace, else a new one. The path goes without its query, where a question may
 * stand.
 */
export function logRequests(logger: Logger): RequestHandler {
  return (request, response, next) => {
    const traceId = traceIdOf(request);
    const given = request.get('X-Request-Id');
    const id = given !== undefined && REQUEST_ID.test(given) ? given : (traceId ?? randomUUID());
    const began = performance.now();
    const { method, path } = request;
    response.set('X-Request-Id', id);
    response.once('close', () => {
      logger.info(
        {
          id,
          ...(traceId === null ? {} : { traceId }),
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

function traceIdOf(request: Request): string | null {
  return TRACE_PARENT.exec(request.get('traceparent') ?? '')?.[1] ?? null;
}
