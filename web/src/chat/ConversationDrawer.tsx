import { Dialog } from 'radix-ui';
import { useState } from 'react';
import { useMessages } from '../language/messages.ts';
import { Icon } from '../shell/Icon.tsx';
import { ConversationList } from './ConversationList.tsx';
import './ConversationBar.css';

/** The conversations behind a button, where there is no room for them beside the thread. */
export function ConversationDrawer({ open }: { readonly open: string | null }) {
  const messages = useMessages();
  const [shown, setShown] = useState(false);
  return (
    <Dialog.Root open={shown} onOpenChange={setShown}>
      <Dialog.Trigger
        className="quiet-button drawer-trigger"
        aria-label={messages.showConversations}
        title={messages.showConversations}
      >
        <Icon name="menu" />
      </Dialog.Trigger>
      <Dialog.Portal>
        <div className="dialog-veil" />
        <Dialog.Content className="dialog drawer" aria-describedby={undefined}>
          <Dialog.Title className="visually-hidden">{messages.conversations}</Dialog.Title>
          <ConversationList open={open} onChosen={() => setShown(false)} />
          <Dialog.Close className="quiet-button dialog-close" aria-label={messages.close}>
            <Icon name="close" />
          </Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
