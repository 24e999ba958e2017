import { Fragment, useEffect, useMemo, useRef } from 'react';
import type { ArticleDate } from '../../../src/core/application.ts';
import type { ArticleView } from '../../../src/core/http-views.ts';
import { getReadingAid } from '../api/collection.ts';
import { useLanguage, useMessages } from '../language/messages.ts';
import type { ReaderTarget } from '../state/route.ts';
import { formatRange } from '../text/published-date.ts';
import { highlightedPieces } from './highlighted-pieces.ts';
import { type NamedWords, WordMeanings } from './WordMeanings.tsx';
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
  readonly article: ArticleView;
  readonly target: ReaderTarget;
}) {
  const messages = useMessages();
  const language = useLanguage();
  const text = useRef<HTMLDivElement>(null);
  const { spans, active } = target;
  const { dates } = article;
  const paragraphs = useMemo(
    () =>
      paragraphsOf(article.body).map(({ start, end }) => ({
        start,
        pieces: highlightedPieces(article.body, start, end, [...spans, ...dates]),
      })),
    [article.body, spans, dates],
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
              const date = dates[index - spans.length];
              if (date !== undefined) return <DateMeaning key={index} date={date} />;
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
  const namedAt = async (node: Text, offset: number): Promise<NamedWords | null> => {
    const paragraph = node.parentElement?.closest<HTMLElement>('p[data-start]');
    const start = Number(paragraph?.dataset['start'] ?? Number.NaN);
    const known = paragraphs.find((each) => each.start === start);
    if (language === 'zh' || paragraph == null || known === undefined) return null;
    const length = known.pieces.reduce((sum, { text: words }) => sum + words.length, 0);
    const at = start + textBefore(paragraph, node) + offset;
    const span = { articleId: article.id, start, end: start + length };
    const words = await getReadingAid(span, language);
    const named = words.find((each) => each.kind !== 'word' && each.start <= at && at < each.end);
    if (named === undefined) return null;
    return { text: article.body.slice(named.start, named.end), gloss: named.gloss };
  };
  return (
    <WordMeanings label={messages.articleText} help namedAt={namedAt}>
      {content}
    </WordMeanings>
  );
}

/** UTF-16 units of the article's own text that stand before a node of its paragraph. */
function textBefore(paragraph: Element, node: Text): number {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  let length = 0;
  for (let each = walker.nextNode(); each !== null && each !== node; each = walker.nextNode()) {
    // What is added is not of the article.
    if (each.parentElement?.closest('[data-added]') == null) length += each.nodeValue?.length ?? 0;
  }
  return length;
}

/** What a relative date means, small and after it. */
function DateMeaning({ date }: { readonly date: ArticleDate }) {
  const range = formatRange(date.from, date.to);
  return (
    <span className="date-note" data-added={` = ${range} `}>
      <span className="visually-hidden"> = {range} </span>
    </span>
  );
}
