import type { KeyboardEvent } from 'react';

/**
 * Whether a key press sends the text: Enter alone, and never the Enter that ends a composition.
 * Safari ends the composition before the key arrives; only its key code, 229, still tells.
 */
export function sendsOnEnter(event: KeyboardEvent): boolean {
  return (
    event.key === 'Enter' &&
    !event.shiftKey &&
    !event.nativeEvent.isComposing &&
    event.nativeEvent.keyCode !== 229
  );
}
