import { Readability } from '@mozilla/readability';
import { Parser } from 'htmlparser2';
import { parseHTML } from 'linkedom';
import { isRecord } from './article-record.ts';
import { type Reading, readingOf } from './reading.ts';

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
  readonly textContent: string | null;
}
interface PageElement extends PageNode {
  getAttribute(name: string): string | null;
}
interface PageDocument {
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

/** Elements within elements; pages have tens, and readers of pages call themselves for each. */
const MAX_NESTING_DEPTH = 512;
/**
 * Elements beyond which a page is read as a whole: they are seldom above 5,000, and finding the main
 * text takes more than twice as long for twice as many rows or list items.
 */
const MAX_ELEMENTS = 10_000;

/**
 * Reads the article on a web page: its main text by Readability (Firefox's reader view), all its
 * text where that finds none; title, outlet, date and address from what the page says of itself.
 */
export function readHtml(html: string): Reading {
  const { text: wholeText, elements } = blockText(html);
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
  const main = elements > MAX_ELEMENTS ? null : findMainText(page);
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

/** The reader view of a page; null where there is none, or where its thousands of parts break it. */
function findMainText(page: ConstructorParameters<typeof Readability>[0]) {
  try {
    return new Readability(page, { charThreshold: 100 }).parse();
  } catch {
    return null;
  }
}

/**
 * The words of a piece of HTML, blocks on lines of their own, scripts and styles left out. Where it
 * has no blocks, as in text with a link or two in it, its line breaks count.
 *
 * @throws {Error} when elements are nested more than {@link MAX_NESTING_DEPTH} deep
 */
export function htmlToText(html: string): string {
  const hasBlocks = /<(?:p|br|div|li|h[1-6])\b/iu.test(html);
  return blockText(hasBlocks ? html : html.replace(/\n/gu, '<br>')).text;
}

/** linkedom reads a document only: a fragment would lose what stands beside its first element. */
function wrapFragment(html: string): string {
  return /<(?:html|body)[\s>]/iu.test(html) ? html : `<html><body>${html}</body></html>`;
}

/** Text of all blocks, taken from the tags as they come: no tree is built and nothing recurs. */
function blockText(html: string): { readonly text: string; readonly elements: number } {
  const lines: string[] = [];
  let line = '';
  let depth = 0;
  let elements = 0;
  let hidden = 0;
  const endLine = () => {
    lines.push(line);
    line = '';
  };
  const parser = new Parser({
    onopentag(tag) {
      depth++;
      elements++;
      if (depth > MAX_NESTING_DEPTH) {
        throw new Error(`Its elements are nested more than ${MAX_NESTING_DEPTH} deep.`);
      }
      const name = tag.toUpperCase();
      if (HIDDEN.has(name)) hidden++;
      else if (hidden === 0 && (BLOCKS.has(name) || name === 'BR')) endLine();
    },
    onclosetag(tag) {
      depth--;
      const name = tag.toUpperCase();
      if (HIDDEN.has(name)) hidden--;
      else if (hidden === 0 && BLOCKS.has(name)) endLine();
    },
    ontext(text) {
      if (hidden === 0) line += text;
    },
  });
  parser.end(html);
  endLine();
  const text = lines
    .map((one) => one.replace(/\s+/gu, ' ').trim())
    .filter((one) => one !== '')
    .join('\n');
  return { text, elements };
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
