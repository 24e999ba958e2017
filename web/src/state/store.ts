import { createContext, useContext, useSyncExternalStore } from 'react';
import { type Action, type AppState, reduce } from './app-state.ts';

/** The one place that state lives in. */
export interface Store {
  getState(): AppState;
  dispatch(action: Action): void;
  /** Calls back after every change; returns what ends it. */
  subscribe(listener: () => void): () => void;
}

export function createStore(initial: AppState): Store {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    getState: () => state,
    dispatch(action) {
      const next = reduce(state, action);
      if (next === state) return;
      state = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export const StoreContext = createContext<Store | null>(null);

/** A part of the state; the component renders again only when that part changes. */
export function useAppState<T>(select: (state: AppState) => T): T {
  const store = useContext(StoreContext);
  if (store === null) throw new Error('useAppState needs a StoreContext above it.');
  return useSyncExternalStore(store.subscribe, () => select(store.getState()));
}
