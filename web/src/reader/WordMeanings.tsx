import { Popover } from 'radix-ui';
import {
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useEffect,
  useRef,
  useState,
} from 'react';
import { lookUpWord, type WordSense } from '../api/collection.ts';
import { PopoverCard } from '../components/PopoverCard.tsx';
import { useLanguage, useMessages } from '../language/messages.ts';
import { markTones } from '../text/pinyin-tones.ts';
import { neighbouringWord, type PlacedWord, wordAtPoint } from './word-at-point.ts';
import './WordMeanings.css';

const SHOW_AFTER = 140;

interface ShownWord {
  readonly place: PlacedWord;
  /** The word, or the first character of it that the dictionary knows. */
  readonly senses: readonly WordSense[];
  /** The name, title, date or number that it is a part of. */
  readonly named: NamedWords | null;
}

/** Words that are one name, title, date or number, with what that means to the reader. */
export interface NamedWords {
  readonly text: string;
  readonly gloss: string;
}

/** The senses of a word, or, where the dictionary has no such word, of its longest known start. */
async function sensesOf(word: string): Promise<readonly WordSense[]> {
  for (let length = word.length; length > 0; length -= 1) {
    const senses = await lookUpWord(word.slice(0, length));
    if (senses.length > 0) return senses;
  }
  return [];
}

/** Shows pinyin and meaning of the Chinese word under the pointer, or reached with ← and →. */
export function WordMeanings({
  label,
  help,
  namedAt,
  children,
}: {
  /** What the text is, for those who come to it by keyboard. */
  readonly label: string;
  /** Whether to say above the text that its words can be asked. */
  readonly help: boolean;
  /** What stands at an offset of a text node is a part of, or null. */
  readonly namedAt?: (node: Text, offset: number) => Promise<NamedWords | null>;
  readonly children: ReactNode;
}) {
  const messages = useMessages();
  const language = useLanguage();
  const [shown, setShown] = useState<ShownWord | null>(null);
  const wanted = useRef<PlacedWord | null>(null);
  const timer = useRef<number | undefined>(undefined);

  // Drawn by the browser over the text, which stays as it is.
  useEffect(() => {
    if (shown === null || !('highlights' in CSS)) return;
    CSS.highlights.set('explained-word', new Highlight(shown.place.range()));
    return () => {
      CSS.highlights.delete('explained-word');
    };
  }, [shown]);

  const want = (place: PlacedWord | null, wait: number): void => {
    const before = wanted.current;
    if (place?.node === before?.node && place?.start === before?.start) return;
    wanted.current = place;
    window.clearTimeout(timer.current);
    if (place === null) {
      timer.current = window.setTimeout(() => setShown(null), SHOW_AFTER);
      return;
    }
    timer.current = window.setTimeout(async () => {
      const named = (await namedAt?.(place.node, place.start).catch(() => null)) ?? null;
      const senses = named === null ? await sensesOf(place.word).catch(() => []) : [];
      if (wanted.current === place) setShown({ place, senses, named });
    }, wait);
  };

  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    // Someone who selects text is not asking for a meaning.
    if (event.buttons !== 0) want(null, 0);
    else want(wordAtPoint(event.currentTarget, event.clientX, event.clientY), SHOW_AFTER);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    // The markers in the text have arrow keys of their own.
    if (event.target !== event.currentTarget) return;
    if (event.key === 'Escape' && shown !== null) want(null, 0);
    else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      const step = event.key === 'ArrowRight' ? 1 : -1;
      want(neighbouringWord(event.currentTarget, wanted.current, step), 0);
    } else return;
    event.preventDefault();
  };

  return (
    <>
      {help && language !== 'zh' && <p className="word-help">{messages.wordHelp}</p>}
      {/* biome-ignore lint/a11y/useSemanticElements: a group of text that takes arrow keys */}
      <div
        role="group"
        aria-label={label}
        className="word-meanings"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: its words are walked with arrow keys
        tabIndex={0}
        onPointerMove={onPointerMove}
        onPointerUp={(event) => {
          // A finger does not hover: what it taps is asked for.
          if (event.pointerType === 'mouse') return;
          want(wordAtPoint(event.currentTarget, event.clientX, event.clientY), 0);
        }}
        onPointerLeave={(event) => {
          if (event.pointerType === 'mouse') want(null, 0);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => want(null, 0)}
      >
        {children}
      </div>
      <Popover.Root open={shown !== null}>
        {shown !== null && <Popover.Anchor virtualRef={{ current: shown.place }} />}
        <PopoverCard
          className="word-card"
          aria-label={shown?.place.word ?? ''}
          side="top"
          sideOffset={6}
          collisionPadding={12}
          onOpenAutoFocus={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          <div aria-live="polite">
            {shown?.named && (
              <p>
                <strong lang="zh-CN">{shown.named.text}</strong>{' '}
                <span className="word-glosses">{shown.named.gloss}</span>
              </p>
            )}
            {shown?.senses.length === 0 && shown.named === null && (
              <p>
                <span lang="zh-CN">{shown.place.word}</span>: {messages.noGloss}
              </p>
            )}
            {shown?.senses.map(({ simplified, pinyin, glosses }) => (
              <p key={`${pinyin} ${glosses[0]}`}>
                <strong lang="zh-CN">{simplified}</strong> <span>{markTones(pinyin)}</span>
                <span lang="en" className="word-glosses">
                  {glosses.slice(0, 5).join('; ')}
                </span>
              </p>
            ))}
          </div>
        </PopoverCard>
      </Popover.Root>
    </>
  );
}
