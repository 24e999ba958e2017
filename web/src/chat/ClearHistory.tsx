import { AlertDialog } from 'radix-ui';
import { useMessages } from '../language/messages.ts';
import { useCommands } from '../state/commands.ts';

/** Removes every conversation from this browser, after asking. */
export function ClearHistory() {
  const messages = useMessages();
  const commands = useCommands();
  return (
    <AlertDialog.Root>
      <AlertDialog.Trigger className="quiet-button">{messages.clearHistory}</AlertDialog.Trigger>
      <AlertDialog.Portal>
        <div className="dialog-veil" />
        <AlertDialog.Content className="dialog" aria-modal="true">
          <AlertDialog.Title className="dialog-title">{messages.clearHistory}</AlertDialog.Title>
          <AlertDialog.Description>{messages.clearHistoryQuestion}</AlertDialog.Description>
          <div className="dialog-actions">
            <AlertDialog.Cancel className="plain-button">{messages.cancel}</AlertDialog.Cancel>
            <AlertDialog.Action className="strong-button" onClick={commands.clearHistory}>
              {messages.clearHistoryConfirm}
            </AlertDialog.Action>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
