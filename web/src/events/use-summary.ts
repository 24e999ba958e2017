import { useEffect, useReducer } from 'react';
import type { AnswerEvent } from '../../../src/core/answer-event.ts';
import type { Problem } from '../../../src/core/errors.ts';
import { type EventSummaryRequest, streamSummary } from '../api/answer-stream.ts';
import { isAborted, problemOf } from '../api/request.ts';
import { createEventBatch } from '../state/event-batch.ts';
import { applyAnswerEvent, newTurn, type Turn } from '../state/turn.ts';

type Change =
  | { readonly type: 'asked' }
  | { readonly type: 'arrived'; readonly events: readonly AnswerEvent[] }
  | { readonly type: 'broke'; readonly problem: Problem | null };

function reduce(turn: Turn, change: Change): Turn {
  switch (change.type) {
    case 'asked':
      return newTurn('summary', '');
    case 'arrived':
      return change.events.reduce(applyAnswerEvent, turn);
    case 'broke':
      return change.problem === null
        ? { ...turn, status: 'interrupted' }
        : { ...turn, status: 'failed', problem: change.problem };
  }
}

/** A summary as it streams. A change of what is asked ends the one under way. */
export function useSummary({ event, language, length }: EventSummaryRequest): Turn {
  const [turn, dispatch] = useReducer(reduce, newTurn('summary', ''));
  useEffect(() => {
    const controller = new AbortController();
    const batch = createEventBatch((events) => {
      if (!controller.signal.aborted) dispatch({ type: 'arrived', events });
    });
    dispatch({ type: 'asked' });
    const read = async (): Promise<void> => {
      try {
        const events = streamSummary({ event, language, length }, controller.signal);
        for await (const arrived of events) batch.add(arrived);
        batch.flush();
      } catch (thrown) {
        batch.flush();
        if (!isAborted(thrown) && !controller.signal.aborted) {
          dispatch({ type: 'broke', problem: problemOf(thrown) });
        }
      }
    };
    void read();
    return () => controller.abort();
  }, [event, language, length]);
  return turn;
}
