import type { Response } from 'express';
import { YinzhengError } from '../core/errors.ts';
import { orAborted } from './until-aborted.ts';

/**
 * Does work for a response: its signal aborts when the reader leaves, or the server goes down.
 * Resolves to undefined when there is nobody left to read the result.
 * @throws what the work throws, and {YinzhengError} `shutting-down`
 */
export type WhileRead = <Value>(
  response: Response,
  work: (signal: AbortSignal) => Promise<Value>,
) => Promise<Value | undefined>;

/** @param shutdown aborted when the server goes down */
export function createWhileRead(shutdown: AbortSignal): WhileRead {
  return async (response, work) => {
    if (response.closed) return undefined;
    const reading = new AbortController();
    const stop = () =>
      reading.abort(new YinzhengError('shutting-down', 'It takes no more questions.'));
    const leave = () => reading.abort();
    if (shutdown.aborted) stop();
    shutdown.addEventListener('abort', stop, { once: true });
    response.once('close', leave);
    try {
      reading.signal.throwIfAborted();
      return await orAborted(work(reading.signal), reading.signal);
    } catch (error) {
      if (response.closed) return undefined;
      throw error;
    } finally {
      response.off('close', leave);
      shutdown.removeEventListener('abort', stop);
    }
  };
}
