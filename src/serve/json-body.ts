import express, { type RequestHandler } from 'express';
import { YinzhengError } from '../core/errors.ts';

/**
 * Reads a JSON body into `request.body`. A content type is insisted on: a form on another page can
 * send plain text to this server without asking, but not JSON.
 */
export function jsonBody(limitBytes: number): RequestHandler[] {
  const requireJson: RequestHandler = (request, _response, next) => {
    const type = request.headers['content-type'];
    if (type !== undefined && /^application\/json\s*(;|$)/i.test(type)) return next();
    throw new YinzhengError(
      'unsupported-media-type',
      `application/json was expected; ${type ?? 'no content type'} came.`,
    );
  };
  return [requireJson, refuseOversized(limitBytes, express.json({ limit: limitBytes }))];
}

/**
 * Refuses a body at the byte that is one too many, and at once where its length is told before: the
 * parser would read the rest of it first.
 */
function refuseOversized(limitBytes: number, parse: RequestHandler): RequestHandler {
  return (request, response, next) => {
    const tooLarge = () =>
      new YinzhengError('body-too-large', `At most ${limitBytes} bytes are taken.`);
    if (Number(request.headers['content-length'] ?? 0) > limitBytes) throw tooLarge();
    let bytes = 0;
    let isDecided = false;
    const decide = (error?: unknown) => {
      if (isDecided) return;
      isDecided = true;
      next(error);
    };
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > limitBytes) decide(tooLarge());
    });
    parse(request, response, decide);
  };
}
