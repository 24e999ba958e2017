import type { AnswerEvent } from '../../../src/core/answer-event.ts';

export interface EventBatch {
  add(event: AnswerEvent): void;
  /** Delivers what waits, now. */
  flush(): void;
}

/** Text arrives faster than a screen can show it; one change a frame is enough. */
export function createEventBatch(deliver: (events: readonly AnswerEvent[]) => void): EventBatch {
  let waiting: AnswerEvent[] = [];
  let frame: number | null = null;
  const flush = (): void => {
    if (frame !== null) cancelAnimationFrame(frame);
    frame = null;
    const events = waiting;
    waiting = [];
    if (events.length > 0) deliver(events);
  };
  return {
    add(event: AnswerEvent): void {
      waiting.push(event);
      // A hidden page gets no frames, and must not hold the whole answer back.
      if (document.visibilityState === 'hidden') flush();
      else frame ??= requestAnimationFrame(flush);
    },
    flush,
  };
}
