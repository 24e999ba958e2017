import compression from 'compression';

/** Compresses what is worth it, except event streams: their events must not wait for each other. */
export const compressResponses = compression({
  filter: (request, response) => {
    const type = String(response.getHeader('Content-Type') ?? '');
    return !type.startsWith('text/event-stream') && compression.filter(request, response);
  },
});
