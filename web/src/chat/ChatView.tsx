import { useMessages } from '../language/messages.ts';
import { useCommands } from '../state/commands.ts';
import { useAppState } from '../state/store.ts';
import { ConversationBar } from './ConversationBar.tsx';
import { ConversationSidebar } from './ConversationSidebar.tsx';
import { ConversationThread } from './ConversationThread.tsx';
import { QuestionBox } from './QuestionBox.tsx';
import { StartPage } from './StartPage.tsx';
import './ChatView.css';

/** The conversations, the open one, and the box to ask in. */
export function ChatView() {
  const messages = useMessages();
  const commands = useCommands();
  const view = useAppState((state) => state.route.view);
  const open = view.name === 'chat' ? view.conversation : null;
  const conversation = useAppState((state) => state.conversations.find(({ id }) => id === open));
  const asks = view.name === 'chat' ? view.asks : [];
  const unknown = open !== null && conversation === undefined;
  return (
    <div className="chat">
      <ConversationSidebar open={open} />
      <main className="chat-main">
        <ConversationBar conversation={conversation ?? null} />
        {conversation !== undefined && (
          <ConversationThread key={`thread ${conversation.id}`} conversation={conversation} />
        )}
        {conversation === undefined && !unknown && <StartPage />}
        {unknown && (
          <div className="chat-unknown">
            <h1>{messages.unknownConversation}</h1>
            {asks.length > 0 && (
              <>
                <ul>
                  {asks.map((question, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a question may be asked twice
                    <li key={index}>{question}</li>
                  ))}
                </ul>
                <button
                  type="button"
                  className="strong-button"
                  onClick={() => commands.replay(open, asks)}
                >
                  {messages.replayQuestions(asks.length)}
                </button>
              </>
            )}
          </div>
        )}
        {conversation !== undefined && (
          <QuestionBox key={`box ${open}`} conversation={conversation} />
        )}
      </main>
    </div>
  );
}
