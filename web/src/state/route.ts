import type { ArticleFilters } from '../../../src/core/filters.ts';

/** Words to highlight in an article; `marker` is their number in the answer, if they have one. */
export interface ReaderSpan {
  readonly marker: number | null;
  readonly start: number;
  readonly end: number;
}

/** The article open beside the view, and the words of it that are meant. */
export interface ReaderTarget {
  readonly articleId: string;
  readonly spans: readonly ReaderSpan[];
  /** Index into `spans` of the one scrolled to. */
  readonly active: number;
}

export type View =
  | {
      readonly name: 'chat';
      readonly conversation: string | null;
      readonly asks: readonly string[];
    }
  | { readonly name: 'search'; readonly query: string; readonly filters: ArticleFilters }
  | {
      readonly name: 'events';
      readonly event: string | null;
      readonly query: string;
      readonly filters: ArticleFilters;
    }
  | { readonly name: 'sources' }
  | { readonly name: 'gallery' }
  | { readonly name: 'timeline'; readonly query: string; readonly filters: ArticleFilters };

/** Everything the address says: the view, and the article beside it. */
export interface Route {
  readonly view: View;
  readonly reader: ReaderTarget | null;
}

export const HOME: Route = {
  view: { name: 'chat', conversation: null, asks: [] },
  reader: null,
};

function parseSpans(value: string | null): ReaderSpan[] {
  return (value ?? '').split(',').flatMap((piece) => {
    const match = /^(\d+)?:(\d+)-(\d+)$/u.exec(piece);
    if (match === null) return [];
    const marker = match[1] === undefined ? null : Number(match[1]);
    return [{ marker, start: Number(match[2]), end: Number(match[3]) }];
  });
}

const formatSpan = ({ marker, start, end }: ReaderSpan): string =>
  `${marker ?? ''}:${start}-${end}`;

function parseFilters(query: URLSearchParams): ArticleFilters {
  const day = (name: string): string | undefined => {
    const value = query.get(name) ?? '';
    return /^\d{4}-\d\d-\d\d$/u.test(value) ? value : undefined;
  };
  const language = query.get('language');
  return {
    from: day('from'),
    to: day('to'),
    source: query.get('source') ?? undefined,
    language: language === 'zh' || language === 'en' ? language : undefined,
  };
}

/** The filters that are set, as query parameters. */
export function filterParameters(filters: ArticleFilters): [string, string][] {
  return (['from', 'to', 'source', 'language'] as const).flatMap((name) => {
    const value = filters[name];
    return value === undefined || value === '' ? [] : [[name, value]];
  });
}

function parseView(segments: readonly string[], query: URLSearchParams): View {
  const [name, id] = segments;
  switch (name) {
    case 'sources':
    case 'gallery':
      return { name };
    case 'search':
    case 'timeline':
      return { name, query: query.get('q') ?? '', filters: parseFilters(query) };
    case 'events':
      return {
        name,
        event: id ?? null,
        query: query.get('q') ?? '',
        filters: parseFilters(query),
      };
    default:
      return { name: 'chat', conversation: id ?? null, asks: query.getAll('ask') };
  }
}

/** Reads the part of the address after `#`. Anything it does not know is the start page. */
export function parseRoute(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#\/?/u, '').split('?', 2);
  const query = new URLSearchParams(search);
  const segments = path
    .split('/')
    .filter((segment) => segment !== '')
    .map(decodeSegment);
  const articleId = query.get('article');
  const spans = parseSpans(query.get('spans'));
  const active = Math.min(Math.max(0, Number(query.get('at')) || 0), Math.max(0, spans.length - 1));
  return {
    view: parseView(segments, query),
    reader: articleId === null ? null : { articleId, spans, active },
  };
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** The address of a route, `#` included; `parseRoute` reads it back. */
export function formatRoute({ view, reader }: Route): string {
  const query = new URLSearchParams();
  let path = '/';
  if (view.name === 'chat') {
    if (view.conversation !== null) path = `/chat/${encodeURIComponent(view.conversation)}`;
    for (const ask of view.asks) query.append('ask', ask);
  } else if (view.name === 'sources' || view.name === 'gallery') {
    path = `/${view.name}`;
  } else {
    path = `/${view.name}`;
    if (view.name === 'events' && view.event !== null) path += `/${encodeURIComponent(view.event)}`;
    if (view.query !== '') query.set('q', view.query);
    for (const [name, value] of filterParameters(view.filters)) query.set(name, value);
  }
  if (reader !== null) {
    query.set('article', reader.articleId);
    if (reader.spans.length > 0) query.set('spans', reader.spans.map(formatSpan).join(','));
    if (reader.active > 0) query.set('at', String(reader.active));
  }
  const search = query.toString();
  return search === '' ? `#${path}` : `#${path}?${search}`;
}
