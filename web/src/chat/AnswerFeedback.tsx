import { type SyntheticEvent, useState } from 'react';
import { useMessages } from '../language/messages.ts';
import { useCommands } from '../state/commands.ts';
import type { Turn } from '../state/turn.ts';

type Verdict = 'useful' | 'wrong';

/** What the reader says of an answer; the server keeps it for those who improve answers. */
export function AnswerFeedback({ turn }: { readonly turn: Turn }) {
  const messages = useMessages();
  const commands = useCommands();
  const [isNoting, setIsNoting] = useState(false);
  const given = turn.feedback;
  const give = (verdict: Verdict, note = ''): void => commands.giveFeedback(turn.id, verdict, note);
  const submit = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    give('wrong', String(new FormData(event.currentTarget).get('note') ?? ''));
    setIsNoting(false);
  };
  return (
    <>
      {(['useful', 'wrong'] as const).map((verdict) => (
        <button
          key={verdict}
          type="button"
          className="quiet-button"
          aria-pressed={given === verdict}
          onClick={() => {
            give(verdict);
            setIsNoting(verdict === 'wrong');
          }}
        >
          {messages.feedback[verdict]}
        </button>
      ))}
      {isNoting && (
        <form className="feedback-note" onSubmit={submit}>
          <label>
            {messages.feedback.note}
            {/* biome-ignore lint/a11y/noAutofocus: the reader has just said that something is wrong */}
            <input className="field" name="note" maxLength={1000} autoFocus />
          </label>
          <button type="submit" className="plain-button">
            {messages.feedback.send}
          </button>
        </form>
      )}
    </>
  );
}
