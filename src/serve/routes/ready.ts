import type { RequestHandler } from 'express';
import type { Application } from '../../core/application.ts';

/** `GET /api/ready`: 200 when a question could be answered now, else 503 and why not; `degraded` says what is missing. */
export function ready(application: Application): RequestHandler {
  return async (_request, response) => {
    response.set('Cache-Control', 'no-store').json(await application.ready());
  };
}
