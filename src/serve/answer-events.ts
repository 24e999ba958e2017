import type { Response } from 'express';
import type { Logger } from 'pino';
import type { Answer } from '../core/answer.ts';
import type { AnswerEvent } from '../core/answer-event.ts';
import { untilAborted } from '../core/async.ts';
import { asYinzhengError, YinzhengError } from '../core/errors.ts';
import { logFailure } from './problem-response.ts';
import { type Shutdown, shuttingDown } from './shutdown.ts';

/**
 * The events of one answer for one response, `done` or `error` last. Ends early, without either,
 * when the client has left. Throws before the first event only: on bad input, on too many answers
 * under way, and when the server is going down.
 */
export type AnswerEvents = (
  start: (signal: AbortSignal) => AsyncIterable<AnswerEvent>,
  response: Response,
) => AsyncGenerator<AnswerEvent, void, void>;

/**
 * What every route that answers shares: how many may at once, and that an answer nobody waits for
 * any more stops, with the model call behind it.
 * @param settings.concurrency answers under way at once
 */
export function createAnswerEvents(settings: {
  readonly concurrency: number;
  readonly shutdown: Shutdown;
  readonly logger: Logger;
}): AnswerEvents {
  const { concurrency, shutdown, logger } = settings;
  let inFlight = 0;

  return async function* answerEvents(start, response) {
    if (response.closed) return;
    shutdown.throwIfBegun();
    if (inFlight >= concurrency) {
      throw new YinzhengError('overloaded', `${concurrency} answers are being written already.`);
    }
    inFlight += 1;
    const work = new AbortController();
    const finished = shutdown.follow(work);
    const leave = () => work.abort();
    response.once('close', leave);
    let begun = false;
    try {
      for await (const event of untilAborted(start(work.signal), work.signal)) {
        begun = true;
        if (event.type === 'done') logAnswer(logger, event.answer, response);
        yield event;
        if (event.type === 'done' || event.type === 'error') return;
      }
      throw new YinzhengError('internal', 'The answer ended without its closing event.');
    } catch (error) {
      if (response.closed) return;
      const failure = shutdown.hasBegun ? shuttingDown() : error;
      if (!begun) throw failure;
      logFailure(logger, failure, response);
      yield { type: 'error', problem: asYinzhengError(failure).toProblem() };
    } finally {
      inFlight -= 1;
      response.off('close', leave);
      finished();
      work.abort();
    }
  };
}

/** What an answer took and cost, calls and tokens of a second reading included; never a word of it. */
function logAnswer(logger: Logger, answer: Answer, response: Response): void {
  const { outcome, kind, composer, model, notices, timings } = answer;
  const id = response.get('X-Request-Id');
  const told = notices.map(({ code }) => code);
  logger.info({ id, outcome, kind, composer, model, notices: told, timings }, 'answer');
}
