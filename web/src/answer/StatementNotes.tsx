import type { Corroboration, ResolvedExpression } from '../../../src/core/block.ts';
import { useMessages } from '../language/messages.ts';
import { CorroborationNote } from './CorroborationNote.tsx';
import './AnswerBody.css';

/** Who else says so, and what the relative dates of a statement mean. */
export function StatementNotes({
  corroboration,
  dates,
}: {
  readonly corroboration: Corroboration | null;
  readonly dates: readonly ResolvedExpression[];
}) {
  const messages = useMessages();
  return (
    <>
      {corroboration !== null && corroboration.sources > 1 && (
        <CorroborationNote sources={corroboration.sources} citations={corroboration.citations} />
      )}
      {dates.map(({ expression, from, written }) => (
        <span
          key={`${expression} ${from}`}
          className="sentence-note"
          title={messages.resolvedDate(expression, written)}
        >
          {expression} = {written}
        </span>
      ))}
    </>
  );
}
