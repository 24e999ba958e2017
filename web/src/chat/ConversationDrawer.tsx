import { Dialog } from 'radix-ui';
import { useState } from 'react';
import { DialogCard } from '../components/DialogCard.tsx';
import { Icon } from '../components/Icon.tsx';
import { useMessages } from '../language/messages.ts';
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
      <DialogCard title={messages.conversations} isTitleShown={false} className="drawer">
        <ConversationList open={open} onChosen={() => setShown(false)} />
      </DialogCard>
    </Dialog.Root>
  );
}
