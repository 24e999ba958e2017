import { Popover } from 'radix-ui';
import { type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { Citation } from '../../../src/core/citation.ts';
import type { AidedWords } from '../../../src/core/reading-aid.ts';
import { getReadingAid } from '../api/collection.ts';
import { PopoverCard } from '../components/PopoverCard.tsx';
import { languageTag } from '../language/browser-language.ts';
import { useLanguage, useMessages } from '../language/messages.ts';
import './ReadingAid.css';

const SHOW_AFTER = 250;
const HIDE_AFTER = 250;

/**
 * The words of a quote that its reader may not read, with what they mean above them: on hover, on
 * tap, and by the button behind the quote. It says that it is an aid and no quotation.
 */
export function ReadingAid({
  citation,
  children,
}: {
  readonly citation: Citation;
  /** The quote. */
  readonly children: ReactNode;
}) {
  const messages = useMessages();
  const language = useLanguage();
  const [isShown, setIsShown] = useState(false);
  const [words, setWords] = useState<readonly AidedWords[] | null>(null);
  const quote = useRef<HTMLSpanElement>(null as unknown as HTMLSpanElement);
  const timer = useRef<number | undefined>(undefined);
  useEffect(() => () => window.clearTimeout(timer.current), []);

  const show = (wait: number): void => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(async () => {
      setWords(await getReadingAid(citation, language).catch(() => []));
      setIsShown(true);
    }, wait);
  };
  const hide = (wait: number): void => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => setIsShown(false), wait);
  };
  const byMouse = (act: () => void) => (event: PointerEvent) => {
    if (event.pointerType === 'mouse') act();
  };
  return (
    <Popover.Root open={isShown} onOpenChange={(open) => (open ? show(0) : hide(0))}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button behind it does the same */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the button behind it does the same */}
      <span
        ref={quote}
        className="aided-quote"
        onPointerEnter={byMouse(() => show(SHOW_AFTER))}
        onPointerLeave={byMouse(() => hide(HIDE_AFTER))}
        onClick={() => {
          // Someone who selects text is not asking for a meaning.
          if (window.getSelection()?.isCollapsed !== false) show(0);
        }}
      >
        {children}
      </span>
      <Popover.Anchor virtualRef={quote} />
      <Popover.Trigger
        className="aid-trigger"
        aria-label={messages.readingAidOf(citation.marker)}
        onPointerEnter={byMouse(() => show(SHOW_AFTER))}
        onPointerLeave={byMouse(() => hide(HIDE_AFTER))}
        onFocus={(event) => {
          if (event.currentTarget.matches(':focus-visible')) show(0);
        }}
        onBlur={() => hide(HIDE_AFTER)}
        onClick={(event) => {
          // The pointer has opened it already: a press must not close it again.
          event.preventDefault();
          show(0);
        }}
      >
        {messages.readingAidShort}
      </Popover.Trigger>
      <PopoverCard
        className="aid-card"
        aria-label={messages.readingAid}
        side="bottom"
        onOpenAutoFocus={(event) => event.preventDefault()}
        onCloseAutoFocus={(event) => event.preventDefault()}
        onPointerEnter={() => window.clearTimeout(timer.current)}
        onPointerLeave={byMouse(() => hide(HIDE_AFTER))}
      >
        <p className="aid-label">{messages.readingAid}</p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keys */}
        <p className="aid-line" lang={languageTag(citation.language)} tabIndex={0}>
          {words !== null &&
            pieces(citation, words).map((piece) => <Piece key={piece.start} {...piece} />)}
        </p>
        {words?.length === 0 && <p>{messages.noGloss}</p>}
      </PopoverCard>
    </Popover.Root>
  );
}

interface AidedPiece {
  readonly start: number;
  readonly text: string;
  readonly words: AidedWords | null;
}

/** The quote cut where helped words begin and end; the texts of the pieces join to the quote. */
function pieces({ quote, start }: Citation, words: readonly AidedWords[]): AidedPiece[] {
  const cut: AidedPiece[] = [];
  let from = 0;
  for (const each of words) {
    const [at, end] = [each.start - start, each.end - start];
    if (at < from) continue;
    if (at > from) cut.push({ start: from, text: quote.slice(from, at), words: null });
    cut.push({ start: at, text: quote.slice(at, end), words: each });
    from = end;
  }
  if (from < quote.length) cut.push({ start: from, text: quote.slice(from), words: null });
  return cut;
}

function Piece({ text, words }: AidedPiece) {
  const language = useLanguage();
  if (words === null) return <span>{text}</span>;
  return (
    <ruby data-kind={words.kind}>
      {text}
      <rt lang={languageTag(language)}>{words.gloss}</rt>
    </ruby>
  );
}
