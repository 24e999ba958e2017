import compression from 'compression';
import type { Request } from 'express';

/**
 * Compresses what is worth it: no event streams, whose events must not wait for each other, and
 * nothing that stays on this machine, where it takes longer to compress than to send.
 */
export const compressResponses = compression({
  filter: (request, response) => {
    const type = String(response.getHeader('Content-Type') ?? '');
    if (type.startsWith('text/event-stream') || staysHere(request)) return false;
    return compression.filter(request, response);
  },
});

const LOOPBACK = /^(?:::ffff:)?127\.|^::1$/u;

/** Whether the client is on this machine, and no proxy, which would pass on what it is sent. */
function staysHere({ socket, headers }: Pick<Request, 'socket' | 'headers'>): boolean {
  const { forwarded, via, 'x-forwarded-for': forwardedFor } = headers;
  const isPassedOn = (forwarded ?? via ?? forwardedFor) !== undefined;
  return !isPassedOn && LOOPBACK.test(socket.remoteAddress ?? '');
}
