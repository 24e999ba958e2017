import { useSyncExternalStore } from 'react';

/** Too narrow for an article beside the view; the style sheets use the same width. */
export const NARROW = '(width <= 60rem)';

/** Whether the window matches a media query, also after it changes. */
export function useMediaQuery(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    () => window.matchMedia(query).matches,
  );
}
