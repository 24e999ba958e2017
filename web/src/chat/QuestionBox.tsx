import { type SyntheticEvent, useEffect, useRef } from 'react';
import { ArticleFilterFields } from '../components/ArticleFilterFields.tsx';
import { Icon } from '../components/Icon.tsx';
import { sendsOnEnter } from '../components/sends-on-enter.ts';
import { useMessages } from '../language/messages.ts';
import { MAIN_FIELD } from '../shell/shortcuts.ts';
import { useCommands } from '../state/commands.ts';
import type { Conversation } from '../state/conversation.ts';
import { useAppState } from '../state/store.ts';
import { WriterChoice } from './WriterChoice.tsx';
import './QuestionBox.css';

/** Where the next question is written. Its text is kept until it is sent. */
export function QuestionBox({ conversation }: { readonly conversation: Conversation | null }) {
  const messages = useMessages();
  const commands = useCommands();
  const draft = useAppState((state) => state.drafts[conversation?.id ?? ''] ?? '');
  const startFilters = useAppState((state) => state.filters);
  const field = useRef<HTMLTextAreaElement>(null);
  const answering = conversation?.turns.at(-1)?.status === 'answering';

  // On a touch screen the focus would raise the keyboard over the page.
  useEffect(() => {
    if (window.matchMedia('(hover: hover)').matches) field.current?.focus();
  }, []);

  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (!answering && draft.trim() !== '') commands.ask(draft.trim());
  };

  return (
    <form className="question-box" onSubmit={submit}>
      <div className="question-field">
        <textarea
          ref={field}
          {...MAIN_FIELD}
          rows={1}
          aria-label={messages.question}
          placeholder={
            conversation === null ? messages.questionPlaceholder : messages.followUpPlaceholder
          }
          value={draft}
          onChange={(event) => commands.setDraft(event.target.value)}
          onKeyDown={(event) => {
            if (sendsOnEnter(event)) submit(event);
          }}
        />
        <div className="question-tools">
          <ArticleFilterFields
            filters={conversation?.filters ?? startFilters}
            onChange={commands.setFilters}
          />
          <WriterChoice />
          {answering ? (
            <button type="button" className="strong-button" onClick={commands.stop}>
              <Icon name="stop" />
              {messages.stop}
            </button>
          ) : (
            <button type="submit" className="strong-button" disabled={draft.trim() === ''}>
              <Icon name="send" />
              {messages.send}
            </button>
          )}
        </div>
      </div>
    </form>
  );
}
