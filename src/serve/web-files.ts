import path from 'node:path';
import express, { Router } from 'express';
import { YinzhengError } from '../core/errors.ts';

/** A year. Vite puts a hash of the content in the names of these files. */
const IMMUTABLE = 'public, max-age=31536000, immutable';

/**
 * The built web page. Paths that name no file are pages of the application and get `index.html`,
 * where a browser asks for a page; to a probe or a program they are missing, as is a missing file.
 * @param webRoot absolute path of the folder with `index.html`
 */
export function serveWebFiles(webRoot: string): Router {
  const router = Router();
  const assets = path.join(webRoot, 'assets') + path.sep;
  router.use(
    express.static(webRoot, {
      redirect: false,
      cacheControl: false,
      setHeaders: (response, file) => {
        response.setHeader('Cache-Control', file.startsWith(assets) ? IMMUTABLE : 'no-cache');
      },
    }),
    (request, response, next) => {
      const reads = request.method === 'GET' || request.method === 'HEAD';
      if (!reads && request.path !== '/') return next();
      if (!reads) {
        response.set('Allow', 'GET, HEAD');
        throw new YinzhengError(
          'method-not-allowed',
          `${request.method} came; GET, HEAD is allowed.`,
        );
      }
      const isFile = path.posix.extname(request.path) !== '' || request.path.startsWith('/assets/');
      const wantsPage = /\btext\/html\b/iu.test(request.headers.accept ?? '');
      if (isFile || !wantsPage) return next();
      response.set('Cache-Control', 'no-cache');
      response.sendFile('index.html', { root: webRoot, cacheControl: false }, (error) => {
        // Not built, or the reader has left: the one is a missing page, the other nothing.
        if (error && !response.headersSent) next();
      });
    },
  );
  return router;
}
