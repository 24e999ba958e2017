import { Dialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { useMessages } from '../language/messages.ts';
import { Icon } from './Icon.tsx';
import './Overlays.css';

/** What a dialog shows: its title, its content, and the way out. */
export function DialogCard({
  title,
  isTitleShown = true,
  className = '',
  children,
}: {
  readonly title: string;
  readonly isTitleShown?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const messages = useMessages();
  return (
    <Dialog.Portal>
      <div className="dialog-veil" />
      <Dialog.Content className={`dialog ${className}`.trim()} aria-describedby={undefined}>
        <Dialog.Title className={isTitleShown ? 'dialog-title' : 'visually-hidden'}>
          {title}
        </Dialog.Title>
        {children}
        <Dialog.Close className="quiet-button dialog-close" aria-label={messages.close}>
          <Icon name="close" />
        </Dialog.Close>
      </Dialog.Content>
    </Dialog.Portal>
  );
}
