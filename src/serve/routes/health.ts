import type { RequestHandler } from 'express';
import type { Application } from '../../core/application.ts';

/** `GET /api/health`: the process lives, and what it serves. Always 200. */
export function health(application: Application): RequestHandler {
  return (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ status: 'ok', ...application.health() });
  };
}
