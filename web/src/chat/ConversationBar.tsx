import { type Conversation, conversationTitle } from '../state/conversation.ts';
import { ConversationDrawer } from './ConversationDrawer.tsx';
import { ConversationMenu } from './ConversationMenu.tsx';
import './ConversationBar.css';

/** Above the thread: the way to the other conversations, and what can be done with this one. */
export function ConversationBar({ conversation }: { readonly conversation: Conversation | null }) {
  return (
    <div className="conversation-bar" data-started={conversation !== null}>
      <ConversationDrawer open={conversation?.id ?? null} />
      {conversation !== null && (
        <>
          {/* With one question its heading says the same, right below. */}
          <h1
            className={conversation.turns.length > 1 ? 'conversation-bar-title' : 'visually-hidden'}
          >
            {conversationTitle(conversation)}
          </h1>
          <ConversationMenu conversation={conversation} />
        </>
      )}
    </div>
  );
}
