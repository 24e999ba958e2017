import { useState } from 'react';
import type { SummaryLength } from '../../../src/core/news-event.ts';
import { AnswerSection } from '../answer/AnswerSection.tsx';
import { TurnProblem } from '../answer/TurnProblem.tsx';
import { Icon } from '../components/Icon.tsx';
import { useLanguage, useMessages } from '../language/messages.ts';
import { useCommands } from '../state/commands.ts';
import { answerAsMarkdown } from '../text/footnotes.ts';
import { useSummary } from './use-summary.ts';

const LENGTHS: readonly SummaryLength[] = ['brief', 'standard', 'full'];

/** A cited summary of an event, as long as asked. */
export function EventSummary({ id }: { readonly id: string }) {
  const messages = useMessages();
  const language = useLanguage();
  const commands = useCommands();
  const [length, setLength] = useState<SummaryLength>('standard');
  const turn = useSummary({ event: id, language, length });
  return (
    <>
      <fieldset className="summary-lengths">
        <legend className="visually-hidden">{messages.summaryLength}</legend>
        {LENGTHS.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="length"
              checked={each === length}
              onChange={() => setLength(each)}
            />
            {messages.summaryLengths[each]}
          </label>
        ))}
        <button
          type="button"
          className="quiet-button"
          disabled={turn.status !== 'done'}
          onClick={() => commands.copy(answerAsMarkdown(turn, language))}
        >
          <Icon name="copy" />
          {messages.copyMarkdown}
        </button>
      </fieldset>
      <AnswerSection turn={turn} />
      <TurnProblem turn={turn} />
    </>
  );
}
