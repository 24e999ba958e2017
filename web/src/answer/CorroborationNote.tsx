import { Popover } from 'radix-ui';
import { PopoverCard } from '../components/PopoverCard.tsx';
import { useMessages } from '../language/messages.ts';
import { QuoteExcerpt } from './QuoteExcerpt.tsx';
import { useCitations } from './quote-card-context.ts';

/** How many independent outlets say the same; pressed, it shows each one's words. */
export function CorroborationNote({
  sources,
  citations,
}: {
  readonly sources: number;
  readonly citations: readonly number[];
}) {
  const messages = useMessages();
  const known = useCitations();
  return (
    <Popover.Root>
      <Popover.Trigger
        className="sentence-note"
        aria-label={messages.corroborationLabel(sources)}
        title={messages.corroborationLabel(sources)}
      >
        {messages.corroboration(sources)}
      </Popover.Trigger>
      <PopoverCard
        aria-label={messages.corroborationLabel(sources)}
        side="top"
        sideOffset={6}
        collisionPadding={12}
      >
        {citations.map((marker) => {
          const citation = known.find((each) => each.marker === marker);
          return citation && <QuoteExcerpt key={marker} citation={citation} />;
        })}
      </PopoverCard>
    </Popover.Root>
  );
}
