import { Popover } from 'radix-ui';
import { Icon } from '../components/Icon.tsx';
import { PopoverCard } from '../components/PopoverCard.tsx';
import { useMessages } from '../language/messages.ts';
import type { Preferences } from '../state/app-state.ts';
import { useCommands } from '../state/commands.ts';
import { useAppState } from '../state/store.ts';
import './SettingsMenu.css';

const THEMES = ['system', 'light', 'dark'] as const satisfies readonly Preferences['theme'][];
const TEXT_SIZES = [
  'normal',
  'large',
  'largest',
] as const satisfies readonly Preferences['textSize'][];

/** How the page looks and is used, behind one button. */
export function SettingsMenu({ onKeys }: { readonly onKeys: () => void }) {
  const messages = useMessages();
  const commands = useCommands();
  const { theme, textSize } = useAppState((state) => state.preferences);
  return (
    <Popover.Root>
      <Popover.Trigger
        className="quiet-button"
        aria-label={messages.settings}
        title={messages.settings}
      >
        <Icon name="settings" />
      </Popover.Trigger>
      <PopoverCard className="settings" aria-label={messages.settings} side="bottom" align="end">
        <Choice
          name="theme"
          label={messages.theme}
          options={THEMES}
          labels={messages.themes}
          value={theme}
          onChange={(chosen) => commands.setPreferences({ theme: chosen })}
        />
        <Choice
          name="text-size"
          label={messages.textSize}
          options={TEXT_SIZES}
          labels={messages.textSizes}
          value={textSize}
          onChange={(chosen) => commands.setPreferences({ textSize: chosen })}
        />
        <Popover.Close className="plain-button" onClick={onKeys}>
          <Icon name="keyboard" />
          {messages.shortcuts}
        </Popover.Close>
      </PopoverCard>
    </Popover.Root>
  );
}

function Choice<Option extends string>({
  name,
  label,
  options,
  labels,
  value,
  onChange,
}: {
  readonly name: string;
  readonly label: string;
  readonly options: readonly Option[];
  readonly labels: Readonly<Record<Option, string>>;
  readonly value: Option;
  readonly onChange: (option: Option) => void;
}) {
  return (
    <fieldset className="settings-choice">
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option}>
          <input
            type="radio"
            name={name}
            checked={option === value}
            onChange={() => onChange(option)}
          />
          {labels[option]}
        </label>
      ))}
    </fieldset>
  );
}
