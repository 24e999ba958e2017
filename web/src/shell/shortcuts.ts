import { useEffect, useEffectEvent } from 'react';
import { useCommands } from '../state/commands.ts';
import { useAppState } from '../state/store.ts';

/** Marks the field that `/` goes to. */
export const MAIN_FIELD = { 'data-main-field': '' } as const;

const typingIn = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches('input:not([type=checkbox]), textarea, select, [contenteditable]');

/** Calls back for every key that no field, menu or dialog has used. */
function useFreeKey(handle: (event: KeyboardEvent) => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.querySelector('[role=dialog][data-state=open].dialog') !== null) return;
    handle(event);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}

/** Moves the focus to the marker after or before the focused one, from the newest answer on. */
function moveToMarker(step: 1 | -1): void {
  const markers = [...document.querySelectorAll<HTMLElement>('.citation-marker')];
  const last = [...document.querySelectorAll('.turn')].at(-1);
  const at = markers.indexOf(document.activeElement as HTMLElement);
  const first = markers.findIndex((marker) => last?.contains(marker) === true);
  const next = at >= 0 ? at + step : step === 1 ? first : markers.length - 1;
  markers[next]?.focus();
}

/** The keys that work wherever no text is being typed. */
export function useShortcuts(): void {
  const commands = useCommands();
  const singleKeys = useAppState((state) => state.preferences.singleKeys);
  const reading = useAppState((state) => state.route.reader !== null);
  const answering = useAppState(({ conversations, route: { view } }) =>
    conversations.some(
      ({ id, turns }) =>
        view.name === 'chat' && id === view.conversation && turns.at(-1)?.status === 'answering',
    ),
  );
  useFreeKey((event) => {
    if (event.key === 'Escape') {
      if (answering) commands.stop();
      else if (reading) commands.closeReader();
      return;
    }
    if (!singleKeys || typingIn(event.target)) return;
    switch (event.key) {
      case '/':
        document.querySelector<HTMLElement>('[data-main-field]')?.focus();
        break;
      case 'n':
        commands.startConversation();
        break;
      case 's':
        commands.show({ name: 'search', query: '', filters: {} });
        break;
      case 'j':
        moveToMarker(1);
        break;
      case 'k':
        moveToMarker(-1);
        break;
      default:
        return;
    }
    event.preventDefault();
  });
}

/** Calls back when the list of shortcuts is asked for. */
export function useShortcutListKey(show: () => void): void {
  const singleKeys = useAppState((state) => state.preferences.singleKeys);
  useFreeKey((event) => {
    if (event.key !== '?' || !singleKeys || typingIn(event.target)) return;
    event.preventDefault();
    show();
  });
}
