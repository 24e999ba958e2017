import { Icon } from '../components/Icon.tsx';
import { useLanguage, useMessages } from '../language/messages.ts';
import { useCommands } from '../state/commands.ts';
import type { Turn } from '../state/turn.ts';
import { answerAsMarkdown, answerAsText } from '../text/footnotes.ts';
import { AnswerFeedback } from './AnswerFeedback.tsx';

/** What can be done with an answer that has ended. */
export function AnswerActions({ turn }: { readonly turn: Turn }) {
  const messages = useMessages();
  const language = useLanguage();
  const commands = useCommands();
  return (
    <div className="answer-actions">
      {turn.blocks.length > 0 && (
        <>
          <button
            type="button"
            className="quiet-button"
            onClick={() => commands.copy(answerAsText(turn, language))}
          >
            <Icon name="copy" />
            {messages.copyText}
          </button>
          <button
            type="button"
            className="quiet-button"
            onClick={() => commands.copy(answerAsMarkdown(turn, language))}
          >
            {messages.copyMarkdown}
          </button>
          {turn.status === 'done' && (
            <button
              type="button"
              className="quiet-button"
              title={messages.proof.what}
              onClick={() => commands.prove(turn)}
            >
              <Icon name="seal" />
              {messages.proof.make}
            </button>
          )}
        </>
      )}
      <button
        type="button"
        className="quiet-button"
        onClick={() => commands.reask(turn.id, turn.question)}
      >
        <Icon name="repeat" />
        {messages.askAgain}
      </button>
      {turn.answer !== null && <AnswerFeedback turn={turn} />}
      {turn.answer !== null && (
        <span className="answer-actions-composer">
          {[messages.composers[turn.answer.composer], turn.answer.model]
            .filter((part) => part != null)
            .join(' · ')}
        </span>
      )}
    </div>
  );
}
