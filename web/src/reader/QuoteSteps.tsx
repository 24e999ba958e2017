import { useMessages } from '../language/messages.ts';
import { useCommands } from '../state/commands.ts';
import type { ReaderTarget } from '../state/route.ts';

/** The quotes that an answer takes from the open article, each told apart by its number. */
export function QuoteSteps({ target }: { readonly target: ReaderTarget }) {
  const messages = useMessages();
  const commands = useCommands();
  const numbered = target.spans.flatMap(({ marker }, index) =>
    marker === null ? [] : [{ marker, index }],
  );
  if (numbered.length === 0) return null;
  return (
    <nav className="quote-steps" aria-label={messages.quotesHere}>
      <span>{messages.quote}</span>
      {numbered.map(({ marker, index }) => (
        <button
          key={marker}
          type="button"
          aria-label={messages.goToQuote(marker)}
          aria-current={index === target.active ? 'true' : undefined}
          onClick={() => commands.openReader({ ...target, active: index })}
        >
          {marker}
        </button>
      ))}
    </nav>
  );
}
