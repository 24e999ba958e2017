import { Popover } from 'radix-ui';
import type { ComponentProps } from 'react';
import './Overlays.css';

/** What a popover shows: a card beside its trigger or anchor, inside the window. */
export function PopoverCard({ className = '', ...props }: ComponentProps<typeof Popover.Content>) {
  return (
    <Popover.Portal>
      <Popover.Content
        side="top"
        sideOffset={6}
        collisionPadding={12}
        {...props}
        className={`popover ${className}`.trim()}
      />
    </Popover.Portal>
  );
}
