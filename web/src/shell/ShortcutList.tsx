import { Dialog } from 'radix-ui';
import { DialogCard } from '../components/DialogCard.tsx';
import { useMessages } from '../language/messages.ts';
import { useCommands } from '../state/commands.ts';
import { useAppState } from '../state/store.ts';
import { useShortcutListKey } from './shortcuts.ts';
import './ShortcutList.css';

const KEYS = [
  ['ask', ['/']],
  ['newConversation', ['n']],
  ['nextQuote', ['j']],
  ['previousQuote', ['k']],
  ['open', ['Enter']],
  ['search', ['s']],
  ['newLine', ['Shift', 'Enter']],
  ['stop', ['Esc']],
  ['list', ['?']],
] as const;

/** Every shortcut, and the switch that turns those without a modifier off. */
export function ShortcutList({
  open,
  onOpenChange,
}: {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}) {
  const messages = useMessages();
  const commands = useCommands();
  const singleKeys = useAppState((state) => state.preferences.singleKeys);
  useShortcutListKey(() => onOpenChange(true));
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <DialogCard title={messages.shortcuts}>
        <dl className="shortcut-list">
          {KEYS.map(([name, keys]) => (
            <div key={name}>
              <dt>{messages.shortcutList[name]}</dt>
              <dd>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dd>
            </div>
          ))}
        </dl>
        <label className="shortcut-switch">
          <input
            type="checkbox"
            checked={singleKeys}
            onChange={(event) => commands.setPreferences({ singleKeys: event.target.checked })}
          />
          {messages.singleKeys}
        </label>
      </DialogCard>
    </Dialog.Root>
  );
}
