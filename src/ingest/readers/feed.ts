import { type AtomFeed, parseFeed, type RdfFeed, type RssFeed } from 'feedsmith';
import { htmlToText } from './html.ts';
import { type RawArticle, type Reading, readingOf, skippedFile } from './reading.ts';

/**
 * Reads the entries of a feed: RSS, RDF or Atom. An entry that gives no text but a summary is read
 * with that one.
 *
 * @throws {Error} when it is malformed
 */
export function readFeed(xml: string): Reading {
  let parsed: ReturnType<typeof parseFeed<string>>;
  try {
    parsed = parseFeed(xml);
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'DetectError') throw error;
    return skippedFile('unsupported-type', 'Expected a feed (RSS, RDF or Atom); it is other XML.');
  }
  switch (parsed.format) {
    case 'rss':
      return readingOf(readItems(parsed.feed));
    case 'rdf':
      return readingOf(readItems(parsed.feed));
    case 'atom':
      return readingOf(readEntries(parsed.feed));
    default:
      return skippedFile('malformed', 'Expected XML; found JSON. Give its name the end .json.');
  }
}

function readItems(feed: RssFeed.Feed<string> | RdfFeed.Feed<string>): RawArticle[] {
  return (feed.items ?? []).map((item, position) => ({
    position,
    title: words(item.title),
    source: words(('source' in item ? item.source?.title : undefined) ?? feed.title),
    publishedAt: ('pubDate' in item ? item.pubDate : undefined) ?? item.dc?.dates?.[0] ?? null,
    url: item.link ?? null,
    body: words(item.content?.encoded) ?? words(item.description) ?? '',
  }));
}

function readEntries(feed: AtomFeed.Feed<string>): RawArticle[] {
  return (feed.entries ?? []).map((entry, position) => {
    const link = entry.links?.find(({ rel = 'alternate' }) => rel === 'alternate');
    return {
      position,
      title: textOf(entry.title),
      source: textOf(entry.source?.title) ?? textOf(feed.title),
      publishedAt: entry.published ?? entry.updated ?? null,
      url: link?.href ?? null,
      body: textOf(entry.content) ?? textOf(entry.summary) ?? '',
    };
  });
}

/** Atom says of each text whether it is mark-up; plain text may hold a `<` of its own. */
function textOf(text: { readonly value?: string; readonly type?: string } | undefined) {
  const { value, type = 'text' } = text ?? {};
  return type === 'text' ? value?.trim() || null : words(value);
}

/** Words of what may be mark-up; null where there are none. */
function words(html: string | undefined): string | null {
  if (html === undefined) return null;
  return (/[<&]/u.test(html) ? htmlToText(html) : html).trim() || null;
}
