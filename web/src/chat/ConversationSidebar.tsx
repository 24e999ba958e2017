import { useMessages } from '../language/messages.ts';
import { ConversationList } from './ConversationList.tsx';
import './ConversationSidebar.css';

/** The conversations beside the open one, where there is room. */
export function ConversationSidebar({ open }: { readonly open: string | null }) {
  const messages = useMessages();
  return (
    <aside className="sidebar" aria-label={messages.conversations}>
      <ConversationList open={open} onChosen={() => {}} />
    </aside>
  );
}
