import { nextTurn } from '../core/async.ts';

/** Milliseconds of work after which everything else on the thread gets its turn. */
const TURN = 20;

/** Work that lets others have their turn, and that hears when it is wanted no more. */
export interface Turns {
  /**
   * To be awaited between small pieces of work; costs nothing until the turn is over.
   * @throws the signal's reason when it has aborted
   */
  next(): Promise<void> | undefined;
}

export function createTurns(signal: AbortSignal | undefined): Turns {
  let began = performance.now();
  const pause = async () => {
    await nextTurn();
    signal?.throwIfAborted();
    began = performance.now();
  };
  return { next: () => (performance.now() - began < TURN ? undefined : pause()) };
}
