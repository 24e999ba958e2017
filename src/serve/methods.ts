import type { RequestHandler, Router } from 'express';
import { YinzhengError } from '../core/errors.ts';

type Method = 'get' | 'post';

/** Serves one path by one method; any other method is told which one. GET answers HEAD too. */
export function serveRoute(
  router: Router,
  method: Method,
  path: string,
  ...handlers: RequestHandler[]
): void {
  const allowed = method === 'get' ? 'GET, HEAD' : 'POST';
  const refuse: RequestHandler = (request, response) => {
    response.set('Allow', allowed);
    if (request.method === 'OPTIONS') {
      response.status(204).end();
      return;
    }
    throw new YinzhengError('method-not-allowed', `${request.method} came; ${allowed} is allowed.`);
  };
  const route = router.route(path);
  route[method](...handlers);
  route.all(refuse);
}
