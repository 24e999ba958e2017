import { type SyntheticEvent, useState } from 'react';
import { Icon } from '../components/Icon.tsx';
import { sendsOnEnter } from '../components/sends-on-enter.ts';
import { useMessages } from '../language/messages.ts';
import { useCommands } from '../state/commands.ts';
import { filterParameters } from '../state/route.ts';
import type { Turn } from '../state/turn.ts';
import './AskedQuestion.css';

/** Characters of a question that no heading should have. */
const LONG = 280;

/** The question as asked; it can be edited and asked again in place. */
export function AskedQuestion({ turn }: { readonly turn: Turn }) {
  const messages = useMessages();
  const commands = useCommands();
  const [draft, setDraft] = useState<string | null>(null);
  const rewritten = turn.answer?.question;
  const isLong = turn.question.length > LONG;
  const narrowed = filterParameters(turn.filters ?? {});

  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const question = draft?.trim() ?? '';
    if (question === '') return;
    setDraft(null);
    commands.reask(turn.id, question);
  };

  if (draft !== null) {
    return (
      <form className="asked-edit" onSubmit={submit}>
        <textarea
          className="field"
          aria-label={messages.editQuestion}
          // biome-ignore lint/a11y/noAutofocus: the reader has just asked to edit here
          autoFocus
          rows={2}
          value={draft}
          onChange={(event) => setDraft(event.target.value)}
          onKeyDown={(event) => {
            if (sendsOnEnter(event)) submit(event);
            else if (event.key === 'Escape') {
              event.preventDefault();
              setDraft(null);
            }
          }}
        />
        <div className="asked-edit-actions">
          <button type="button" className="plain-button" onClick={() => setDraft(null)}>
            {messages.cancel}
          </button>
          <button type="submit" className="strong-button" disabled={draft.trim() === ''}>
            {messages.saveAndAsk}
          </button>
        </div>
      </form>
    );
  }
  return (
    <header className="asked">
      <h2 className="asked-question" data-long={isLong} tabIndex={isLong ? 0 : undefined}>
        <span className="visually-hidden">{messages.you}: </span>
        {turn.question}
      </h2>
      <button
        type="button"
        className="quiet-button"
        aria-label={messages.editQuestion}
        title={messages.editQuestion}
        disabled={turn.status === 'answering'}
        onClick={() => setDraft(turn.question)}
      >
        <Icon name="edit" />
      </button>
      {narrowed.length > 0 && (
        <p className="asked-rewritten">
          {messages.filters}: {narrowed.map(([, value]) => value).join(' · ')}
        </p>
      )}
      {rewritten !== undefined && rewritten.trim() !== turn.question.trim() && (
        <p className="asked-rewritten">{messages.rewritten(rewritten)}</p>
      )}
    </header>
  );
}
