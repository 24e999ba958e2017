import { getHealth } from '../api/collection.ts';
import type { Store } from './store.ts';

const FIRST_WAIT = 1_000;
const MAX_WAIT = 10_000;

/** Asks the server how it is, now and, while it does not answer, again and again. */
export function createServerWatch(store: Store, onBack: () => void): () => void {
  let timer: number | undefined;

  const check = async (wait: number): Promise<void> => {
    window.clearTimeout(timer);
    try {
      const health = await getHealth();
      const wasLost = !store.getState().serverReachable;
      store.dispatch({ type: 'server-answered', health });
      if (wasLost) onBack();
    } catch {
      store.dispatch({ type: 'server-lost' });
      timer = window.setTimeout(() => check(Math.min(wait * 1.5, MAX_WAIT)), wait);
    }
  };

  return () => {
    void check(FIRST_WAIT);
  };
}
