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
  return [requireJson, express.json({ limit: limitBytes })];
}
