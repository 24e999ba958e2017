import { Fragment, useEffect, useMemo, useRef } from 'react';
import type { Article } from '../../../src/core/article.ts';
import { useMessages } from '../language/messages.ts';
import type { ReaderTarget } from '../state/route.ts';
import { useAppState } from '../state/store.ts';
import { formatRange } from '../text/published-date.ts';
import { type DateNote, dateNotesFor } from './date-notes.ts';
import { highlightedPieces } from './highlighted-pieces.ts';
import { WordMeanings } from './WordMeanings.tsx';
import './ArticleText.css';

/** The article's paragraphs with their UTF-16 offsets; empty ones are left out. */
function paragraphsOf(body: string): { start: number; end: number }[] {
  const paragraphs: { start: number; end: number }[] = [];
  let start = 0;
  for (const line of body.split('\n')) {
    if (line.trim() !== '') paragraphs.push({ start, end: start + line.length });
    start += line.length + 1;
  }
  return paragraphs;
}

/** An article's text with the cited words highlighted, scrolled to those that are meant. */
export function ArticleText({
  article,
  target,
}: {
  readonly article: Article;
  readonly target: ReaderTarget;
}) {
  const messages = useMessages();
  const text = useRef<HTMLDivElement>(null);
  const { spans, active } = target;
  const notes = useDateNotes(article);
  const paragraphs = useMemo(
    () =>
      paragraphsOf(article.body).map(({ start, end }) => ({
        start,
        pieces: highlightedPieces(article.body, start, end, [...spans, ...notes]),
      })),
    [article.body, spans, notes],
  );
  const place = `${article.id} ${spans[active]?.start} ${spans[active]?.end}`;

  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls when the place changes
  useEffect(() => {
    const mark = text.current?.querySelector('mark[data-active="true"]');
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    mark?.scrollIntoView({ block: 'center', behavior: still ? 'instant' : 'smooth' });
  }, [place]);

  const content = (
    <div className="article-text" ref={text}>
      {paragraphs.map(({ start, pieces }) => (
        <p key={start} data-start={start}>
          {pieces.map((piece) => {
            const ends = piece.ends.map((index) => {
              const marker = spans[index]?.marker ?? null;
              const note = notes[index - spans.length];
              if (note !== undefined) return <DateNoteMark key={index} note={note} />;
              if (marker === null) return null;
              return (
                <sup key={index} data-added={marker}>
                  <span className="visually-hidden">{messages.highlightOf(marker)}</span>
                </sup>
              );
            });
            return piece.spans.some((index) => index < spans.length) ? (
              <mark key={piece.start} data-active={piece.spans.includes(active)}>
                {piece.text}
                {ends}
              </mark>
            ) : (
              <Fragment key={piece.start}>
                {piece.text}
                {ends}
              </Fragment>
            );
          })}
        </p>
      ))}
    </div>
  );
  if (article.language !== 'zh') return content;
  return (
    <WordMeanings label={messages.articleText} help>
      {content}
    </WordMeanings>
  );
}

/** The dates that the open conversation has worked out for this article. */
function useDateNotes(article: Article): readonly DateNote[] {
  const conversation = useAppState(({ conversations, route: { view } }) =>
    view.name === 'chat' ? conversations.find(({ id }) => id === view.conversation) : undefined,
  );
  return useMemo(
    () => dateNotesFor(conversation, article.id, article.body),
    [conversation, article],
  );
}

/** What a relative date means, small and after it. */
function DateNoteMark({ note }: { readonly note: DateNote }) {
  const range = formatRange(note.from, note.to);
  return (
    <span className="date-note" data-added={` = ${range} `}>
      <span className="visually-hidden"> = {range} </span>
    </span>
  );
}
