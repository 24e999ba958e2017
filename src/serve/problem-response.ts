import type { ErrorRequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { asYinzhengError, type Problem, YinzhengError } from '../core/errors.ts';

/** Seconds after which a client may ask again where the server is the reason that it cannot now. */
const RETRY_AFTER_SECONDS = '5';

/** Sets what every error response has, in whichever form its body is. */
export function setErrorHead(response: Response, problem: Problem): void {
  response.status(problem.status).set('Cache-Control', 'no-store');
  if (problem.status === 503) response.set('Retry-After', RETRY_AFTER_SECONDS);
}

/** Answers with problem details (RFC 9457). */
export function sendProblem(response: Response, problem: Problem): void {
  setErrorHead(response, problem);
  response.type('application/problem+json').send(JSON.stringify(problem));
}

/** Logs what is the server's fault; what is the client's stands in the request log. */
export function logFailure(logger: Logger, thrown: unknown, response: Response): void {
  const id = response.get('X-Request-Id');
  const error = asYinzhengError(thrown);
  if (error.code === 'internal') logger.error({ id, err: thrown }, 'request failed');
  else if (error.status >= 500) logger.warn({ id, err: thrown }, 'request failed');
}

/**
 * The last handler: whatever a route threw, in the form of the error table. The stack goes to the
 * log and nowhere else.
 * @param send how this part of the API writes its errors
 */
export function handleErrors(
  logger: Logger,
  send: (response: Response, problem: Problem) => void = sendProblem,
): ErrorRequestHandler {
  return (thrown, request, response, _next) => {
    const error = readHttpError(thrown);
    logFailure(logger, error.code === 'internal' ? thrown : error, response);
    // What of the body has not come yet is not waited for.
    if (!request.complete && !response.headersSent) response.set('Connection', 'close');
    if (response.headersSent) response.destroy();
    else send(response, error.toProblem());
  };
}

/** Errors of Express and its body parser, by their `type` and `status`, as entries of the table. */
function readHttpError(thrown: unknown): YinzhengError {
  if (!(thrown instanceof Error) || thrown instanceof YinzhengError) return asYinzhengError(thrown);
  const type: unknown = Reflect.get(thrown, 'type');
  const status: unknown = Reflect.get(thrown, 'status');
  switch (type) {
    case 'entity.parse.failed':
      return new YinzhengError('malformed-json', `${thrown.message}.`);
    case 'entity.too.large':
      return new YinzhengError('body-too-large', `At most ${limitOf(thrown)} bytes are taken.`);
    case 'encoding.unsupported':
    case 'charset.unsupported':
      return new YinzhengError('unsupported-media-type', `${thrown.message}.`);
  }
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return new YinzhengError('invalid-request', `${thrown.message}.`);
  }
  return asYinzhengError(thrown);
}

function limitOf(error: Error): string {
  return String(Reflect.get(error, 'limit') ?? 'a limited number of');
}
