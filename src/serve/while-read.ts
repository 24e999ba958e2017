import type { Response } from 'express';
import { orAborted } from '../core/async.ts';
import type { Shutdown } from './shutdown.ts';

/**
 * Does work for a response: its signal aborts when the reader leaves, or the server goes down.
 * Resolves to undefined when there is nobody left to read the result.
 * @throws what the work throws, and {YinzhengError} `shutting-down`
 */
export type WhileRead = <Value>(
  response: Response,
  work: (signal: AbortSignal) => Promise<Value>,
) => Promise<Value | undefined>;

export function createWhileRead(shutdown: Shutdown): WhileRead {
  return async (response, work) => {
    if (response.closed) return undefined;
    shutdown.throwIfBegun();
    const reading = new AbortController();
    const leave = () => reading.abort();
    const done = shutdown.follow(reading);
    response.once('close', leave);
    try {
      return await orAborted(work(reading.signal), reading.signal);
    } catch (error) {
      if (response.closed) return undefined;
      throw error;
    } finally {
      response.off('close', leave);
      done();
    }
  };
}
