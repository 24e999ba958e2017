import { Icon } from '../components/Icon.tsx';
import { useMessages } from '../language/messages.ts';
import { useCommands } from '../state/commands.ts';
import { conversationTitle } from '../state/conversation.ts';
import { formatRoute } from '../state/route.ts';
import { useAppState } from '../state/store.ts';
import { ClearHistory } from './ClearHistory.tsx';
import './ConversationSidebar.css';

/** Every conversation this browser keeps, most recent first. */
export function ConversationList({
  open,
  onChosen,
}: {
  readonly open: string | null;
  readonly onChosen: () => void;
}) {
  const messages = useMessages();
  const commands = useCommands();
  const conversations = useAppState((state) => state.conversations);
  return (
    <nav className="conversation-list" aria-label={messages.conversations}>
      <button
        type="button"
        className="plain-button conversation-list-new"
        onClick={() => {
          onChosen();
          commands.startConversation();
        }}
      >
        <Icon name="plus" />
        {messages.newConversation}
      </button>
      {conversations.length === 0 ? (
        <p className="conversation-list-note">{messages.noConversations}</p>
      ) : (
        <ul>
          {conversations.map((conversation) => {
            const { id } = conversation;
            const title = conversationTitle(conversation);
            const view = { name: 'chat', conversation: id, asks: [] } as const;
            return (
              <li key={id} data-open={id === open}>
                <a
                  href={formatRoute({ view, reader: null })}
                  aria-current={id === open ? 'page' : undefined}
                  title={title}
                  onClick={onChosen}
                >
                  {title}
                </a>
                <button
                  type="button"
                  className="quiet-button"
                  aria-label={messages.removeConversation(title)}
                  onClick={() => {
                    // Out of the way of what undoes it.
                    onChosen();
                    commands.removeConversation(id);
                  }}
                >
                  <Icon name="remove" />
                </button>
              </li>
            );
          })}
        </ul>
      )}
      {conversations.length > 0 && (
        <div className="conversation-list-foot">
          <ClearHistory onClear={onChosen} />
        </div>
      )}
    </nav>
  );
}
