import { useMessages } from '../language/messages.ts';
import { useCommands } from '../state/commands.ts';

/** Removes every conversation from this browser; that can be undone for a while. */
export function ClearHistory({ onClear }: { readonly onClear: () => void }) {
  const messages = useMessages();
  const commands = useCommands();
  return (
    <button
      type="button"
      className="quiet-button"
      onClick={() => {
        onClear();
        commands.clearHistory();
      }}
    >
      {messages.clearHistory}
    </button>
  );
}
