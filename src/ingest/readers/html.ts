import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { isRecord } from './article-record.ts';
import { type Reading, readingOf, skippedFile } from './reading.ts';

const BLOCKS = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DETAILS DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 ' +
    'H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TH THEAD TR UL BODY'
  ).split(' '),
);
const HIDDEN = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'HEAD']);
const DATE_METAS = [
  ...['article:published_time', 'og:published_time', 'datePublished', 'publishdate', 'pubdate'],
  ...['publish_date', 'publish_time', 'date', 'dc.date', 'DC.date.issued', 'sailthru.date'],
];
const SOURCE_METAS = ['og:site_name', 'application-name', 'source', 'mediaid', 'dc.publisher'];

/** The parts of the DOM used here; the compiler does not know the browser's types. */
interface PageNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<PageNode>;
}
interface PageElement extends PageNode {
  getAttribute(name: string): string | null;
}
interface PageDocument {
  readonly body: PageElement | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

const TEXT_NODE = 3;
/** Elements within elements; pages have tens, and parsing takes the square of it. */
const DEEPEST_NESTING = 5000;

/**
 * Reads the article on a web page: its main text by Readability (Firefox's reader view), all its
 * text where that finds none; title, outlet, date and address from what the page says of itself.
 */
export function readHtml(html: string): Reading {
  if (nestingDepth(html) > DEEPEST_NESTING) {
    const reason = `Its elements are nested more than ${DEEPEST_NESTING} deep.`;
    return skippedFile('malformed', reason);
  }
  const page = parseHTML(wrapFragment(html)).document;
  const document: PageDocument = page;
  const linked = readLinkedData(document);
  const title = readMeta(document, ['og:title', 'twitter:title']) ?? linked['headline'];
  const publishedAt =
    readMeta(document, DATE_METAS) ??
    linked['datePublished'] ??
    document.querySelector('time[datetime]')?.getAttribute('datetime');
  const url =
    readMeta(document, ['og:url']) ??
    document.querySelector('link[rel="canonical"]')?.getAttribute('href');
  const source = readMeta(document, SOURCE_METAS) ?? linked['publisher'];
  const heading = document.querySelector('h1')?.textContent?.trim();
  const wholeText = document.body === null ? '' : blockText(document.body);
  const main = new Readability(page, { charThreshold: 100 }).parse();
  const mainText = typeof main?.content === 'string' ? htmlToText(main.content) : '';
  return readingOf([
    {
      position: 0,
      title: title ?? (main?.title || heading || null),
      source: source ?? main?.siteName ?? null,
      publishedAt: publishedAt ?? main?.publishedTime ?? null,
      url: url ?? null,
      body: mainText === '' ? wholeText : mainText,
    },
  ]);
}

/**
 * The words of a piece of HTML, blocks on lines of their own, scripts and styles left out. Where it
 * has no blocks, as in text with a link or two in it, its line breaks count.
 */
export function htmlToText(html: string): string {
  const hasBlocks = /<(?:p|br|div|li|h[1-6])\b/iu.test(html);
  const markup = hasBlocks ? html : html.replace(/\n/gu, '<br>');
  const { body }: PageDocument = parseHTML(wrapFragment(markup)).document;
  return body === null ? '' : blockText(body);
}

/** How deep containers stand in each other at most, by their tags alone. */
function nestingDepth(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [tag] of html.matchAll(/<\/?(?:div|section|span|font|table|ul|ol|b|i)\b/giu)) {
    depth = Math.max(0, depth + (tag.startsWith('</') ? -1 : 1));
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** linkedom reads a document only: a fragment would lose what stands beside its first element. */
function wrapFragment(html: string): string {
  return /<(?:html|body)[\s>]/iu.test(html) ? html : `<html><body>${html}</body></html>`;
}

function blockText(root: PageNode): string {
  const lines: string[] = [''];
  const write = (text: string) => {
    lines[lines.length - 1] += text;
  };
  const visit = (node: PageNode) => {
    if (node.nodeType === TEXT_NODE) write((node.textContent ?? '').replace(/\s+/gu, ' '));
    const name = node.nodeName.toUpperCase();
    if (HIDDEN.has(name)) return;
    const isBlock = BLOCKS.has(name);
    if (isBlock || name === 'BR') lines.push('');
    for (const child of node.childNodes) visit(child);
    if (isBlock) lines.push('');
  };
  visit(root);
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

function readMeta(document: PageDocument, names: readonly string[]): string | undefined {
  const metas = [...document.querySelectorAll('meta')];
  for (const name of names) {
    const meta = metas.find((candidate) =>
      ['property', 'name', 'itemprop'].some(
        (attribute) => candidate.getAttribute(attribute)?.toLowerCase() === name.toLowerCase(),
      ),
    );
    const content = meta?.getAttribute('content')?.trim();
    if (content) return content;
  }
  return undefined;
}

/** Headline, date and publisher from the page's schema.org data; what is malformed is passed over. */
function readLinkedData(document: PageDocument): Record<string, string> {
  const found: Record<string, string> = {};
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    for (const record of parseRecords(script.textContent ?? '')) {
      for (const name of ['headline', 'datePublished', 'publisher']) {
        const value = isRecord(record[name]) ? record[name]['name'] : record[name];
        if (typeof value === 'string' && value.trim() !== '') found[name] ??= value.trim();
      }
    }
  }
  return found;
}

function parseRecords(json: string): Record<string, unknown>[] {
  try {
    const parsed: unknown = JSON.parse(json);
    const graph = isRecord(parsed) && Array.isArray(parsed['@graph']) ? parsed['@graph'] : parsed;
    return (Array.isArray(graph) ? graph : [graph]).filter(isRecord);
  } catch {
    return [];
  }
}
