import type { Response } from 'express';
import type { HttpLimits } from './http-limits.ts';

/** A response of server-sent events (WHATWG HTML, 9.2). */
export interface EventStream {
  /**
   * Resolves when the connection can take more, or is closed. Awaiting it is what keeps a slow
   * reader from filling the server's memory.
   * @param data written as one JSON, or as it is where it is a string
   */
  send(data: unknown, event?: string): Promise<void>;
  end(): void;
}

/** Sends the headers at once. Nothing may compress or collect what follows. */
export function openEventStream(
  response: Response,
  limits: Pick<HttpLimits, 'heartbeatMs' | 'stalledReaderMs'>,
): EventStream {
  response.status(200).set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-cache, no-transform',
    'X-Accel-Buffering': 'no',
  });
  response.flushHeaders();
  // Proxies close what is quiet; a comment is no event. A full connection is not quiet.
  const heartbeat = setInterval(() => {
    if (!response.closed && !response.writableNeedDrain) response.write(': heartbeat\n\n');
  }, limits.heartbeatMs);
  response.once('close', () => clearInterval(heartbeat));

  return {
    async send(data, event) {
      if (response.closed || response.destroyed) return;
      const text = typeof data === 'string' ? data : JSON.stringify(data);
      const frame = `${event === undefined ? '' : `event: ${event}\n`}data: ${text}\n\n`;
      if (!response.write(frame)) await drained(response, limits.stalledReaderMs);
    },
    end() {
      clearInterval(heartbeat);
      response.end();
    },
  };
}

/** Resolves on `drain` or `close`; a reader who takes nothing for too long is disconnected. */
async function drained(response: Response, stalledReaderMs: number): Promise<void> {
  await new Promise<void>((resolve) => {
    const stalled = setTimeout(() => response.destroy(), stalledReaderMs);
    const finish = () => {
      clearTimeout(stalled);
      response.off('drain', finish).off('close', finish);
      resolve();
    };
    response.on('drain', finish).on('close', finish);
  });
}
