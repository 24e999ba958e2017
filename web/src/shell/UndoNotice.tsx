import { Icon } from '../components/Icon.tsx';
import { useMessages } from '../language/messages.ts';
import { useCommands } from '../state/commands.ts';
import { useAppState } from '../state/store.ts';
import './NewsNotice.css';

/** Conversations that were just removed, and the way to have them back. */
export function UndoNotice() {
  const messages = useMessages();
  const commands = useCommands();
  const removed = useAppState((state) => state.removed);
  return (
    <div role="status" className="undo-notice-place">
      {removed.length > 0 && (
        <p className="news-notice">
          {messages.conversationsRemoved(removed.length)}
          <button type="button" className="quiet-button" onClick={commands.undoRemoval}>
            {messages.undo}
          </button>
          <button
            type="button"
            className="quiet-button"
            aria-label={messages.close}
            onClick={commands.forgetRemoved}
          >
            <Icon name="close" />
          </button>
        </p>
      )}
    </div>
  );
}
