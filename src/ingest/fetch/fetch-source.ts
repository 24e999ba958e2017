import { setTimeout as sleep } from 'node:timers/promises';
import robots, { type Robot } from 'robots-parser';
import { readFeed } from '../readers/feed.ts';
import { xmlElements } from '../readers/xml.ts';
import { decodeText } from '../text-encoding.ts';
import { FetchFailure, type GetLimits, type Got, getAddress } from './get-address.ts';
import { isPublicAddress } from './public-address.ts';
import { SourceArchive } from './source-archive.ts';

export interface FetchLimits extends GetLimits {
  /** Pages of a feed or a sitemap that are fetched in one run, the first ones it names. */
  readonly maxPages: number;
  /** Milliseconds between two requests to one host. */
  readonly delayMs: number;
}

export const DEFAULT_FETCH_LIMITS: FetchLimits = {
  maxBytes: 16 * 2 ** 20,
  timeoutMs: 30_000,
  maxRedirects: 5,
  isAllowedAddress: isPublicAddress,
  maxPages: 200,
  delayMs: 1_000,
};

/** What fetching a source did. */
export interface FetchReport {
  readonly address: string;
  /** Folder to index. */
  readonly folder: string;
  readonly pages: Readonly<Record<'new' | 'changed' | 'same' | 'gone', number>>;
  /** What was not fetched, with the reason; what is known of it stays. */
  readonly failed: readonly { readonly url: string; readonly reason: string }[];
}

const MAX_SITEMAPS = 20;
const META_CHARSET = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/iu;
const ROBOT = 'Yinzheng';
/** The package is a function; its types say that it has one under `default`. */
const robotsParser = robots as unknown as typeof robots.default;

/**
 * Fetches a page, or the pages that a feed or a sitemap names, into an archive. What did not change
 * since the last time is asked for by condition; what the site's robots.txt asks to leave alone is.
 * Never throws for what a server does.
 *
 * @param parent folder of all archives
 * @throws the system's error when the archive cannot be written
 */
export async function fetchSource(
  address: string,
  parent: string,
  limits: FetchLimits = DEFAULT_FETCH_LIMITS,
): Promise<FetchReport> {
  const archive = await SourceArchive.open(parent, address);
  const pages = { new: 0, changed: 0, same: 0, gone: 0 };
  const failed: { url: string; reason: string }[] = [];
  const polite = createPoliteGet(limits);

  async function keepPage(url: string, got: Got): Promise<void> {
    if (got.status === 304) pages.same++;
    else if (got.status === 404 || got.status === 410) {
      if (await archive.drop(url)) pages.gone++;
      failed.push({ url, reason: `It is gone (status ${got.status}).` });
    } else if (got.status !== 200) {
      failed.push({ url, reason: `Expected status 200; got ${got.status}.` });
    } else {
      const type = contentTypeOf(got);
      if (!/html|^text\/plain/u.test(type)) {
        failed.push({ url, reason: `Expected a page; got ${type.slice(0, 80)}.` });
        return;
      }
      pages[await archive.keep(url, got.bytes, got.headers, type)]++;
    }
  }

  async function fetchPage(url: string): Promise<void> {
    const known = archive.page(url);
    try {
      await keepPage(url, await polite(url, known));
    } catch (error) {
      if (!(error instanceof FetchFailure)) throw error;
      failed.push({ url, reason: error.message });
    }
  }

  const waiting = [address];
  const found = new Set<string>();
  for (let lists = 0; lists < waiting.length && lists < MAX_SITEMAPS; lists++) {
    const url = waiting[lists] ?? '';
    try {
      const got = await polite(url, archive.page(url));
      const list = got.status === 200 ? readList(got) : null;
      if (list === null) await keepPage(url, got);
      for (const page of list?.pages ?? []) found.add(page);
      waiting.push(...(list?.sitemaps ?? []));
    } catch (error) {
      if (!(error instanceof FetchFailure)) throw error;
      failed.push({ url, reason: error.message });
    }
  }
  for (const url of [...found].slice(0, limits.maxPages)) await fetchPage(url);
  if (found.size > limits.maxPages) {
    const reason = `It names ${found.size} pages; the first ${limits.maxPages} were fetched.`;
    failed.push({ url: address, reason });
  }
  await archive.save();
  return { address, folder: archive.folder, pages, failed };
}

type PoliteGet = (
  url: string,
  known?: { readonly etag: string | null; readonly lastModified: string | null },
) => Promise<Got>;

/** Gets addresses with pauses between those of a host, as far as its robots.txt allows. */
function createPoliteGet(limits: FetchLimits): PoliteGet {
  const next = new Map<string, number>();
  const rulesByOrigin = new Map<string, Robot>();

  async function takeTurn(host: string): Promise<void> {
    const now = performance.now();
    const at = Math.max(now, next.get(host) ?? 0);
    next.set(host, at + limits.delayMs);
    if (at > now) await sleep(at - now);
  }

  async function rulesOf(origin: string): Promise<Robot> {
    const known = rulesByOrigin.get(origin);
    if (known !== undefined) return known;
    const place = `${origin}/robots.txt`;
    const got = await getAddress(place, limits);
    // A site without rules allows everything; one that fails allows nothing for now (RFC 9309).
    if (got.status >= 500) throw new FetchFailure(`${place} failed (status ${got.status}).`);
    const rules = robotsParser(place, got.status === 200 ? got.bytes.toString('utf8') : '');
    rulesByOrigin.set(origin, rules);
    return rules;
  }

  return async (url, known) => {
    const { origin, host } = URL.canParse(url) ? new URL(url) : { origin: 'null', host: '' };
    if (origin !== 'null') {
      const rules = await rulesOf(origin);
      if (rules.isDisallowed(url, ROBOT) === true) {
        throw new FetchFailure("The site's robots.txt asks not to fetch it.");
      }
      await takeTurn(host);
    }
    return await getAddress(url, limits, {
      ...(known?.etag && { 'If-None-Match': known.etag }),
      ...(known?.lastModified && { 'If-Modified-Since': known.lastModified }),
    });
  };
}

/** Pages that a feed names, or pages and further lists that a sitemap does; null for a page. */
function readList(got: Got): { pages: string[]; sitemaps: string[] } | null {
  const start = got.bytes.toString('latin1', 0, 2000);
  const isSitemap = /<(?:urlset|sitemapindex)[\s>]/iu.test(start);
  if (!isSitemap && !/<(?:rss|feed|rdf:RDF)[\s>]/iu.test(start)) return null;
  const decoded = decodeText(got.bytes, /encoding\s*=\s*["']([\w-]+)/iu.exec(start)?.[1]);
  if ('code' in decoded) throw new FetchFailure(decoded.reason);
  const absolute = (address: string) =>
    URL.canParse(address, got.url) ? [new URL(address, got.url).href] : [];
  if (!isSitemap) {
    try {
      const { articles } = readFeed(decoded.text);
      return { pages: articles.flatMap(({ url }) => absolute(url ?? '#')), sitemaps: [] };
    } catch (error) {
      throw new FetchFailure(`The feed could not be understood: ${String(error)}.`);
    }
  }
  const places = xmlElements(decoded.text)
    .filter(({ name }) => name === 'loc')
    .flatMap(({ text }) => absolute(text));
  const isIndex = /<sitemapindex[\s>]/iu.test(start);
  return isIndex ? { pages: [], sitemaps: places } : { pages: places, sitemaps: [] };
}

/** As the server says, or the page itself where the server does not name a charset. */
function contentTypeOf({ headers, bytes }: Got): string {
  const type = (headers['content-type'] ?? 'text/html').replace(/[\r\n]/gu, ' ');
  if (/charset=/iu.test(type)) return type;
  const charset = META_CHARSET.exec(bytes.toString('latin1', 0, 4096))?.[1] ?? 'utf-8';
  return `${type}; charset=${charset}`;
}
