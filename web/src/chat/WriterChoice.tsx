import { useMessages } from '../language/messages.ts';
import { useCommands } from '../state/commands.ts';
import { useAppState } from '../state/store.ts';

/** Who writes the next answer, where the server has a model: one of its models, or the articles alone. */
export function WriterChoice() {
  const messages = useMessages();
  const commands = useCommands();
  const models = useAppState((state) => state.health?.models);
  const writer = useAppState((state) => state.preferences.writer);
  if (models === undefined || models.length === 0) return null;
  const known = writer === 'extractive' || models.includes(writer) ? writer : '';
  return (
    <select
      className="field writer-choice"
      aria-label={messages.writer}
      value={known}
      onChange={(event) => commands.setPreferences({ writer: event.target.value })}
    >
      <option value="">{models[0]}</option>
      {models.slice(1).map((model) => (
        <option key={model} value={model}>
          {model}
        </option>
      ))}
      <option value="extractive">{messages.quotesOnly}</option>
    </select>
  );
}
