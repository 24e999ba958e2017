import { useMessages } from '../language/messages.ts';
import type { BroughtFile } from '../state/bringing.ts';
import { useCommands } from '../state/commands.ts';
import { useAppState } from '../state/store.ts';

/** What the reader brought since the page was opened, each file with what came of it. */
export function BroughtFiles() {
  const messages = useMessages();
  const brought = useAppState((state) => state.brought);
  const indexing = useAppState((state) => state.collection?.indexing);
  return (
    <div aria-live="polite">
      {brought.length > 0 && (
        <ul className="brought-files" aria-label={messages.broughtFiles}>
          {brought.map((each) => (
            <BroughtRow key={each.key} brought={each} />
          ))}
        </ul>
      )}
      {indexing?.state === 'running' && (
        <p className="indexing-state">
          <progress value={indexing.progress} aria-label={messages.indexing} />
          {messages.indexing}
        </p>
      )}
      {indexing?.failure && (
        <p className="indexing-state" role="alert">
          {messages.errors[indexing.failure.code] ??
            `${indexing.failure.title}. ${indexing.failure.action}`}
        </p>
      )}
    </div>
  );
}

function BroughtRow({ brought }: { readonly brought: BroughtFile }) {
  const messages = useMessages();
  const commands = useCommands();
  const { file, name, problem, progress, remarks, state } = brought;
  const failure = problem === null ? messages.serverLost : messages.errors[problem.code];
  return (
    <li className="brought-row" data-state={state}>
      <span className="brought-name">{name}</span>
      <span className="brought-result">
        {state === 'waiting' && messages.uploadWaiting}
        {state === 'sending' && <progress value={progress} aria-label={name} />}
        {state === 'stored' && file !== null && messages.uploadFound(file.articles)}
        {state === 'empty' && messages.uploadEmpty}
        {state === 'removed' && messages.uploadRemoved}
        {state === 'failed' && (failure ?? `${problem?.title}. ${problem?.action}`)}
      </span>
      {file !== null && (state === 'stored' || state === 'removed') && (
        <button
          type="button"
          className="quiet-button"
          onClick={() =>
            state === 'stored' ? commands.removeUpload(file.id) : commands.restoreUpload(file.id)
          }
        >
          {messages.undo}
        </button>
      )}
      {remarks.length > 0 && (
        <ul className="brought-remarks" lang="en">
          {remarks.map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
        </ul>
      )}
    </li>
  );
}
