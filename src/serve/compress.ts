import compression from 'compression';
import type { Request } from 'express';

/**
 * Compresses what is worth it: no event streams, whose events must not wait for each other, and no
 * answers that stay on this machine, where they take longer to compress than to send.
 */
export const compressResponses = compression({
  filter: (request, response) => {
    const type = String(response.getHeader('Content-Type') ?? '');
    if (type.startsWith('text/event-stream') || isAnswerHere(request)) return false;
    return compression.filter(request, response);
  },
});

const LOOPBACK = /^(?:::ffff:)?127\.|^::1$/u;

/** Whether a client on this machine asks, and no proxy, which would pass on what it is sent. */
function isAnswerHere({ method, socket, headers }: Request): boolean {
  if (method !== 'POST') return false;
  const { forwarded, via, 'x-forwarded-for': forwardedFor } = headers;
  const isPassedOn = (forwarded ?? via ?? forwardedFor) !== undefined;
  return !isPassedOn && LOOPBACK.test(socket.remoteAddress ?? '');
}
