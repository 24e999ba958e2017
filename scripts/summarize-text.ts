import type { Language } from '../src/core/article.ts';
import type { EventPage, NewsEvent, TimelinePage } from '../src/core/news-event.ts';
import { noticeLine, printable } from './answer-text.ts';

const WORDS = {
  zh: {
    noDate: '日期不详',
    articles: (count: number, outlets: number) => `${count}篇文章，${outlets}个来源`,
    more: (shown: number, total: number) => `（共${total}项，列出${shown}项）`,
    sources: (count: number) => `${count}个来源`,
    uncertain: '日期不确定',
    undated: (count: number) => `另有${count}篇文章没有发表日期，其中的相对日期无法确定。`,
  },
  en: {
    noDate: 'no date',
    articles: (count: number, outlets: number) =>
      `${count} ${count === 1 ? 'article' : 'articles'}, ${outlets} ${outlets === 1 ? 'outlet' : 'outlets'}`,
    more: (shown: number, total: number) => `(${shown} of ${total})`,
    sources: (count: number) => `${count} sources`,
    uncertain: 'date uncertain',
    undated: (count: number) =>
      `${count} articles have no publication date; relative dates in them stay open.`,
  },
} as const satisfies Record<Language, object>;

/** Events, one a paragraph: days, title, places, what reports it, and the id to ask by. */
export function eventsText({ events, total }: EventPage, language: Language): string {
  const words = WORDS[language];
  const blocks = events.map((event) => eventText(event, language));
  const more = events.length < total ? `${words.more(events.length, total)}\n` : '';
  return printable(`${blocks.join('\n')}${more === '' ? '' : '\n'}${more}`);
}

function eventText(event: NewsEvent, language: Language): string {
  const words = WORDS[language];
  const { id, title, from, to, places, articleIds, outlets } = event;
  const days = from === null ? words.noDate : from === to ? from : `${from} – ${to}`;
  const own = language === 'zh' ? (title.zh ?? title.en) : (title.en ?? title.zh);
  const where = places
    .map(({ zh, en }) => (language === 'zh' ? (zh ?? en) : (en ?? zh)))
    .join(', ');
  const facts = [where, words.articles(articleIds.length, outlets.length), id];
  return `${days}  ${own ?? ''}\n    ${facts.filter((fact) => fact !== '').join(' · ')}\n`;
}

/** Dated statements, oldest first, each with the expression that was resolved and its sources. */
export function timelineText(page: TimelinePage, language: Language): string {
  const words = WORDS[language];
  const rows = page.entries.map(({ date, text, citations, sources }) => {
    const days = date.from === date.to ? date.from : `${date.from} – ${date.to}`;
    const notes = [
      date.resolved ? date.expression : null,
      date.certain ? null : words.uncertain,
      sources > 1 ? words.sources(sources) : null,
    ].filter((note) => note !== null);
    const credits = citations.map(
      ({ source, publishedAt }) => `${source}, ${publishedAt?.slice(0, 10) ?? words.noDate}`,
    );
    const head = `${days}${notes.length === 0 ? '' : ` (${notes.join('; ')})`}`;
    return `${head}\n    ${text}\n    — ${credits.join('; ')}\n`;
  });
  const more =
    page.entries.length < page.total ? `${words.more(page.entries.length, page.total)}\n` : '';
  const undated = page.undatedArticles > 0 ? `${words.undated(page.undatedArticles)}\n` : '';
  const notices = page.notices.map(({ text }) => noticeLine(text, language)).join('');
  return printable(`${notices}${rows.join('\n')}${more}${undated}`);
}
