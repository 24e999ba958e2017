import { getHealth } from '../api/collection.ts';
import { getCollection } from '../api/uploads.ts';
import type { Store } from './store.ts';

/** Milliseconds between two looks: while nothing happens, and while articles are indexed. */
const INTERVAL = 3_000;
const INDEXING_INTERVAL = 1_000;
/** Milliseconds until a server that does not answer is tried again. */
const FIRST_WAIT = 1_000;
const MAX_WAIT = 10_000;

/**
 * Looks at the server again and again while the page is seen: whether it answers, and whether it
 * has another index. @param onBack told when a server that was away answers
 * @returns looks now
 */
export function createServerWatch(store: Store, onBack: () => void): () => void {
  let timer: number | undefined;
  let isLooking = false;

  const look = async (wait: number): Promise<void> => {
    window.clearTimeout(timer);
    if (isLooking) return;
    isLooking = true;
    let next = INTERVAL;
    try {
      const collection = await getCollection();
      const { health, serverReachable } = store.getState();
      const isOther = collection.generation !== (health?.index?.generation ?? null);
      if (health === null || !serverReachable || isOther) {
        store.dispatch({ type: 'server-answered', health: await getHealth() });
      }
      store.dispatch({ type: 'collection-seen', collection });
      if (!serverReachable) onBack();
      if (collection.indexing.state === 'running') next = INDEXING_INTERVAL;
    } catch {
      store.dispatch({ type: 'server-lost' });
      next = wait;
    }
    isLooking = false;
    const { serverReachable } = store.getState();
    if (document.visibilityState === 'hidden' && serverReachable) return;
    const longer = serverReachable ? FIRST_WAIT : Math.min(wait * 1.5, MAX_WAIT);
    timer = window.setTimeout(() => look(longer), next);
  };

  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void look(FIRST_WAIT);
  });
  return () => {
    void look(FIRST_WAIT);
  };
}
