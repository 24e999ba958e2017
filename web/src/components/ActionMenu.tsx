import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import './Overlays.css';

/** Things that can be done, behind one button. */
export function ActionMenu({
  label,
  trigger,
  actions,
}: {
  readonly label: string;
  readonly trigger: ReactNode;
  readonly actions: readonly { readonly label: string; readonly onSelect: () => void }[];
}) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="quiet-button" aria-label={label} title={label}>
        {trigger}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className="menu"
          align="end"
          sideOffset={4}
          collisionPadding={8}
          aria-label={label}
        >
          {actions.map((action) => (
            <DropdownMenu.Item key={action.label} className="menu-item" onSelect={action.onSelect}>
              {action.label}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
