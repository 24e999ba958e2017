import { Popover } from 'radix-ui';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { ResolvedExpression } from '../../../src/core/block.ts';
import type { Citation } from '../../../src/core/citation.ts';
import { getArticle } from '../api/collection.ts';
import { PopoverCard } from '../components/PopoverCard.tsx';
import { useMessages } from '../language/messages.ts';
import { useCommands } from '../state/commands.ts';
import { QuoteCard } from './QuoteCard.tsx';
import { QuoteCardContext, type QuoteCards, readerTargetFor } from './quote-card-context.ts';

const SHOW_AFTER = 90;
const HIDE_AFTER = 220;

interface ShownCard {
  readonly marker: number;
  readonly anchor: HTMLElement;
}

/** Gives the markers inside it one card, which shows the quote of the marker in question. */
export function QuoteCardArea({
  citations,
  datesOf = () => [],
  children,
}: {
  readonly citations: readonly Citation[];
  /** Dates in what cites a marker, resolved. */
  readonly datesOf?: ((marker: number) => readonly ResolvedExpression[]) | undefined;
  readonly children: ReactNode;
}) {
  const messages = useMessages();
  const commands = useCommands();
  const [shown, setShown] = useState<ShownCard | null>(null);
  const card = useRef<HTMLDivElement>(null);
  const timer = useRef<number | undefined>(undefined);
  /** Set while the focus goes back to a marker whose card was just closed. */
  const returning = useRef(false);
  useEffect(() => () => window.clearTimeout(timer.current), []);

  const cards = useMemo((): QuoteCards => {
    const later = (change: () => void, wait: number): void => {
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(change, wait);
    };
    return {
      citations,
      shown: shown?.marker ?? null,
      show(marker, anchor, how) {
        if (returning.current) return;
        const cited = citations.find((citation) => citation.marker === marker);
        if (cited !== undefined) getArticle(cited.articleId).catch(() => {});
        later(() => setShown({ marker, anchor }), how === 'focus' ? 0 : SHOW_AFTER);
      },
      hide(how) {
        later(
          () => {
            if (card.current?.contains(document.activeElement) !== true) setShown(null);
          },
          how === 'now' ? 0 : HIDE_AFTER,
        );
      },
      enter() {
        card.current?.querySelector<HTMLElement>('button:not(:disabled)')?.focus();
      },
      open(marker) {
        const target = readerTargetFor(citations, marker);
        window.clearTimeout(timer.current);
        setShown(null);
        if (target !== null) commands.openReader(target);
      },
    };
  }, [citations, shown?.marker, commands]);

  const position = citations.findIndex(({ marker }) => marker === shown?.marker);
  const citation = citations[position];
  const step = (by: 1 | -1) => {
    const next = citations[position + by];
    return next === undefined || shown === null
      ? null
      : () => setShown({ ...shown, marker: next.marker });
  };
  return (
    <QuoteCardContext value={cards}>
      {children}
      <Popover.Root
        open={citation !== undefined}
        onOpenChange={(open) => {
          if (!open) setShown(null);
        }}
      >
        {shown !== null && <Popover.Anchor virtualRef={{ current: shown.anchor }} />}
        <PopoverCard
          ref={card}
          aria-label={messages.quote}
          side="top"
          sideOffset={8}
          collisionPadding={12}
          onOpenAutoFocus={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
          onFocusOutside={(event) => event.preventDefault()}
          onEscapeKeyDown={() => {
            if (card.current?.contains(document.activeElement) !== true) return;
            returning.current = true;
            shown?.anchor.focus();
            returning.current = false;
          }}
          onPointerEnter={() => window.clearTimeout(timer.current)}
          onPointerLeave={() => cards.hide('pointer')}
        >
          {citation !== undefined && (
            <QuoteCard
              citation={citation}
              dates={datesOf(citation.marker)}
              position={position + 1}
              total={citations.length}
              onPrevious={step(-1)}
              onNext={step(1)}
              onOpen={() => cards.open(citation.marker)}
            />
          )}
        </PopoverCard>
      </Popover.Root>
    </QuoteCardContext>
  );
}
