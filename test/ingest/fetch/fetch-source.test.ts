import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_FETCH_LIMITS, fetchSource } from '../../../src/ingest/fetch/fetch-source.ts';
import { isPublicAddress } from '../../../src/ingest/fetch/public-address.ts';
import { ingestPaths } from '../../../src/ingest/ingest.ts';
import { temporaryDirectory } from '../../index/temporary-directory.ts';
import { type MisbehavingServer, page, startMisbehavingServer, xml } from './misbehaving-server.ts';

const LIMITS = {
  ...DEFAULT_FETCH_LIMITS,
  delayMs: 0,
  timeoutMs: 1_500,
  // This machine under one of its names stands for the internet.
  isAllowedAddress: (address: string) => address === '127.0.0.1',
};

let server: MisbehavingServer;
let parent: string;

beforeEach(async () => {
  server = await startMisbehavingServer();
  parent = temporaryDirectory();
});

afterEach(() => server.close());

const fetchFrom = (place: string, limits: Partial<typeof LIMITS> = {}) =>
  fetchSource(server.url + place, parent, { ...LIMITS, ...limits });

async function titlesIn(folder: string): Promise<string[]> {
  const { articles } = await ingestPaths([folder]);
  return articles.map(({ title, url }) => `${title} ${url?.replace(server.url, '')}`).sort();
}

const rss = (paths: readonly string[]) =>
  `<rss version="2.0"><channel><title>新华社</title>${paths
    .map((place) => `<item><title>${place}</title><link>${server.url}${place}</link></item>`)
    .join('')}</channel></rss>`;

describe('fetching a source', () => {
  it('keeps a feed that changes, a page that is corrected and one that is gone in step', async () => {
    server.answers = {
      '/feed': xml(rss(['/a', '/b'])),
      '/a': page('甲的会议', '会议于7月7日在青岛举行，十国代表出席并发言。'),
      '/b': page('乙的会议', '会议于7月8日在北京举行，九国代表出席并发言。'),
    };
    const first = await fetchFrom('/feed');
    expect(first).toMatchObject({ pages: { new: 2 }, failed: [] });
    expect(await titlesIn(first.folder)).toEqual(['乙的会议 /b', '甲的会议 /a']);
    expect(await fetchFrom('/feed')).toMatchObject({ pages: { new: 0, changed: 0, same: 2 } });

    server.answers['/feed'] = xml(rss(['/c', '/a', '/b']));
    server.answers['/a'] = page('甲的会议（更正）', '会议于7月7日在青岛举行，九国代表出席并发言。');
    server.answers['/c'] = page('丙的会议', '会议于7月9日在上海举行，八国代表出席并发言。');
    delete server.answers['/b'];
    const second = await fetchFrom('/feed');
    expect(second.pages).toEqual({ new: 1, changed: 1, same: 0, gone: 1 });
    expect(second.failed).toEqual([{ url: `${server.url}/b`, reason: 'It is gone (status 404).' }]);
    expect(await titlesIn(second.folder)).toEqual(['丙的会议 /c', '甲的会议（更正） /a']);
    // What they were before is kept, and not indexed.
    expect(readdirSync(path.join(second.folder, '.versions'))).toHaveLength(2);
  });

  it('reads sitemaps, up to a number of pages, and one page by itself', async () => {
    const places = Array.from({ length: 10_000 }, (_, number) => `/p${number}`);
    const urls = places.map((place) => `<url><loc>${server.url}${place}</loc></url>`).join('');
    server.answers = {
      '/index.xml': xml(
        `<sitemapindex><sitemap><loc>${server.url}/map.xml</loc></sitemap></sitemapindex>`,
      ),
      '/map.xml': xml(`<urlset>${urls}</urlset>`),
    };
    for (const place of places.slice(0, 20)) {
      server.answers[place] = page(`Talks ${place}`, `The talks of ${place} were held in Qingdao.`);
    }
    const report = await fetchFrom('/index.xml', { maxPages: 5 });
    expect(report.pages.new).toBe(5);
    expect(report.failed).toEqual([
      {
        url: `${server.url}/index.xml`,
        reason: 'It names 10000 pages; the first 5 were fetched.',
      },
    ]);
    const alone = await fetchFrom('/p7');
    expect(await titlesIn(alone.folder)).toEqual(['Talks /p7 /p7']);
  });

  it('leaves alone what robots.txt asks to, and waits between requests', async () => {
    server.answers = {
      '/robots.txt': (_, response) => response.end('User-agent: *\nDisallow: /private'),
      '/feed': xml(rss(['/private/a', '/b', '/c'])),
      '/private/a': page('甲', '不该读到这篇文章的文字。'),
      '/b': page('乙的会议', '会议于7月8日在北京举行。'),
      '/c': page('丙的会议', '会议于7月9日在上海举行。'),
    };
    const started = performance.now();
    const report = await fetchFrom('/feed', { delayMs: 150 });
    expect(performance.now() - started).toBeGreaterThan(290);
    expect(report.failed).toEqual([
      {
        url: `${server.url}/private/a`,
        reason: "The site's robots.txt asks not to fetch it.",
      },
    ]);
    expect(server.asked).not.toContain('/private/a');
  });

  it('connects to no private address, not after a redirect and not by a name either', async () => {
    const { port } = new URL(server.url);
    server.answers = {
      '/out': (_, response) =>
        response.writeHead(302, { Location: `http://127.0.0.2:${port}/secret` }).end(),
      '/secret': page('Secret', 'The metadata of the machine.'),
      '/loop': (_, response) => response.writeHead(302, { Location: '/loop' }).end(),
      '/file': (_, response) => response.writeHead(302, { Location: 'file:///etc/passwd' }).end(),
    };
    const reasonOf = async (place: string, limits = {}) =>
      (await fetchFrom(place, limits)).failed.map(({ reason }) => reason).join();
    expect(await reasonOf('/out')).toMatch(/^127\.0\.0\.2 is .*private network/u);
    expect(server.asked).not.toContain('/secret');
    expect(await reasonOf('/loop')).toBe('It redirects more than 5 times.');
    expect(await reasonOf('/file')).toMatch(/^Expected an http or https address/u);
    const named = await fetchSource(`http://localhost:${port}/secret`, parent, {
      ...LIMITS,
      isAllowedAddress: isPublicAddress,
    });
    expect(named.failed[0]?.reason).toMatch(/^localhost is .*private network/u);
    expect(server.asked).not.toContain('/secret');
  });

  it('reads no answer without end, none that is huge, and keeps what it has', async () => {
    server.answers = { '/a': page('甲的会议', '会议于7月7日在青岛举行。') };
    await fetchFrom('/a');
    const reasonNow = async (limits = {}) => (await fetchFrom('/a', limits)).failed[0]?.reason;
    server.answers['/a'] = (_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html' });
      const timer = setInterval(() => response.write('<p>and so on'), 20);
      response.on('close', () => clearInterval(timer));
    };
    expect(await reasonNow()).toBe('It did not answer in time.');
    let sent = 0;
    server.answers['/a'] = (_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Length': 2 * 2 ** 30 });
      const block = Buffer.alloc(2 ** 16, 'x');
      const send = () => {
        while (!response.destroyed && sent < 2 * 2 ** 30 && response.write(block))
          sent += block.length;
      };
      response.on('drain', send);
      send();
    };
    expect(await reasonNow({ maxBytes: 2 ** 20 })).toMatch(
      /^The answer has more than 1048576 bytes/u,
    );
    expect(sent).toBeLessThan(64 * 2 ** 20);
    server.answers['/a'] = (_, response) => response.writeHead(500).end();
    expect(await reasonNow()).toBe('Expected status 200; got 500.');
    server.answers['/a'] = (request) => request.socket.destroy();
    expect(await reasonNow()).toMatch(/^It could not be reached/u);
    const { folder } = await fetchFrom('/a');
    expect(await titlesIn(folder)).toEqual(['甲的会议 /a']);
  });
});

it('an address is public only where it is no other network by another name', () => {
  const addresses = [
    ...['127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1'],
    ...['0.0.0.0', '255.255.255.255', '224.0.0.1', '::1', '::', 'fe80::1', 'fd00::1'],
    ...['::ffff:127.0.0.1', '::ffff:10.0.0.1', '64:ff9b::7f00:1', '2002:7f00:1::', 'no address'],
  ];
  expect(addresses.filter(isPublicAddress)).toEqual([]);
  expect(['93.184.216.34', '2606:2800:220:1::1'].filter(isPublicAddress)).toHaveLength(2);
});
