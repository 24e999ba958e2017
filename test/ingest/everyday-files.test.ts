import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import PDFDocument from 'pdfkit';
import { beforeAll, describe, expect, it } from 'vitest';
import type { IngestResult } from '../../src/core/ingest-result.ts';
import { chunkArticle } from '../../src/ingest/chunk-article.ts';
import { type IngestOptions, ingestDocuments, ingestPaths } from '../../src/ingest/ingest.ts';
import { temporaryDirectory } from '../index/temporary-directory.ts';
import { CHINESE, ENGLISH } from './everyday-files/story.ts';
import { everydayFiles, WORDLESS, writeEverydayFiles } from './everyday-files/write-folder.ts';
import { collectPdf, writeChinesePdf, writeRepeatingPdf } from './everyday-files/write-pdf.ts';

const ATTACHED = ['newsletter.eml/note.txt', 'archive.zip/新闻.txt'];

async function readAlone(
  name: string,
  content: Uint8Array | string,
  options: IngestOptions = {},
): Promise<IngestResult> {
  return await ingestDocuments([{ name, bytes: Buffer.from(content) }], options);
}

describe('24 kinds of files that a reader of news has', () => {
  let results: ReadonlyMap<string, IngestResult>;
  const articles = () => [...results.values()].flatMap((result) => result.articles);

  beforeAll(async () => {
    const read = new Map<string, IngestResult>();
    for (const [name, content] of Object.entries(await everydayFiles())) {
      read.set(name, await readAlone(name, content));
    }
    results = read;
  });

  it('give articles, 22 of them, and a reason, the others', () => {
    const without = [...results].filter(([, { articles: found }]) => found.length === 0);
    expect(results.size).toBe(24);
    expect(without.map(([name]) => name)).toEqual(WORDLESS);
    for (const [, { skipped }] of without) {
      expect(skipped).toHaveLength(1);
      expect(skipped[0]?.reason).toMatch(/^Expected a file of type \.txt, .+\.$/u);
    }
  });

  it('tell the story whole, with its title, outlet and day', () => {
    for (const { origin, title, outlet, publishedAt, body } of articles()) {
      if (ATTACHED.includes(origin.path)) continue;
      const story = body.includes('Thames') ? ENGLISH : CHINESE;
      const day = publishedAt?.slice(0, 10);
      expect({ path: origin.path, title, outlet: outlet.name, day }).toEqual({
        path: origin.path,
        title: story.title,
        outlet: story.source,
        day: story.date,
      });
      for (const paragraph of story.paragraphs) expect(body.split('\n')).toContain(paragraph);
      expect(body).not.toMatch(/[<>]|&amp;|page \d of|track\(\)|[\u2e80-\u2fd5]/u);
    }
  });

  it('are cut into chunks that are exact in what was read of them', () => {
    for (const article of articles()) {
      const chunks = chunkArticle(article, { size: 100, overlap: 1 });
      expect(chunks.length).toBeGreaterThan(0);
      for (const { start, end, text } of chunks) expect(article.body.slice(start, end)).toBe(text);
    }
  });

  it('are named, in archives and mails, as people named them', () => {
    expect(articles().map(({ origin }) => origin.path)).toEqual(
      expect.arrayContaining([...ATTACHED, 'archive.zip/news/inner.zip/deep/story.json']),
    );
  });

  it('are read the same from a folder, repetitions of each other left out', async () => {
    const folder = temporaryDirectory();
    await writeEverydayFiles(folder);
    const { articles: kept, skipped } = await ingestPaths([folder]);
    const duplicates = skipped.filter(({ code }) => code === 'duplicate');
    expect(kept.length + duplicates.length).toBe(articles().length);
    expect(skipped.length - duplicates.length).toBe(WORDLESS.length);
  });
});

describe('a PDF file', () => {
  it('is read where its Chinese font is not in it', async () => {
    const { articles } = await readAlone('office.pdf', writeChinesePdf(CHINESE, 'not-embedded'));
    expect(articles[0]?.title).toBe(CHINESE.title);
    expect(articles[0]?.body).toBe(CHINESE.paragraphs.join('\n'));
  });

  it('of pictures alone, of a password, or of other bytes is left out with the reason', async () => {
    const picture = new PDFDocument();
    picture.rect(50, 50, 300, 300).fill('black');
    const locked = new PDFDocument({ userPassword: 'secret' });
    locked.text('The talks were held in Qingdao.');
    const left = async (bytes: Uint8Array | string) => (await readAlone('a.pdf', bytes)).skipped;
    expect(await left(await collectPdf(picture))).toMatchObject([
      { code: 'no-body', reason: expect.stringMatching(/^Its pages are pictures/u) },
    ]);
    expect(await left(await collectPdf(locked))).toMatchObject([
      { code: 'unreadable', reason: expect.stringMatching(/^It is encrypted/u) },
    ]);
    expect(await left('no PDF at all')).toMatchObject([{ code: 'malformed' }]);
  });
});

describe('a PDF file that unpacks to what nobody can read', () => {
  it('is given up after a time, and the next one is read', async () => {
    const endless = writeRepeatingPdf('BT /F1 12 Tf (x) Tj ET ', 2_000_000);
    const files = [endless, writeChinesePdf(CHINESE, 'browser')];
    const { articles, skipped } = await ingestDocuments(
      files.map((bytes, index) => ({ name: `${index}.pdf`, bytes })),
      { timeoutMs: 2_000 },
    );
    expect(skipped).toMatchObject([
      { path: '0.pdf', code: 'too-large', reason: 'It was not read within 2 s. Split it.' },
    ]);
    expect(articles.map(({ origin }) => origin.path)).toEqual(['1.pdf']);
  });

  it('is not unpacked further than may be read', async () => {
    const { skipped } = await readAlone('a.pdf', writeRepeatingPdf(' '.repeat(1024), 300_000));
    expect(skipped).toMatchObject([
      {
        code: 'too-large',
        reason: expect.stringMatching(/^At most \d+ bytes of it are unpacked/u),
      },
    ]);
  });
});

describe('what is hostile or broken', () => {
  const zeros = new Uint8Array(20 * 2 ** 20);
  const limits = { maxFileBytes: 2 ** 20 };

  it('is not unpacked further than may be read', async () => {
    const codes = async (name: string, bytes: Uint8Array, options: IngestOptions = limits) =>
      (await readAlone(name, bytes, options)).skipped.map(({ path, code }) => [path, code]);
    expect(await codes('a.txt.gz', gzipSync(zeros))).toEqual([['a.txt.gz', 'too-large']]);
    expect(await codes('a.zip', zipSync({ 'b.txt': zeros }))).toEqual([
      ['a.zip/b.txt', 'too-large'],
    ]);
    const many = Object.fromEntries(
      Array.from({ length: 50 }, (_, i) => [`${i}.txt`, Buffer.from(`The talks of day ${i}.`)]),
    );
    const few = await readAlone('a.zip', zipSync(many), { maxArchiveFiles: 10 });
    expect(few.articles).toHaveLength(10);
    expect(few.skipped).toMatchObject([{ path: 'a.zip', code: 'unreadable' }]);
    const megabytes = { 'a.txt': zeros.subarray(0, 2 ** 19), 'b.txt': zeros.subarray(0, 2 ** 19) };
    const budget = { maxArchiveBytes: 600_000 };
    expect(await codes('a.zip', zipSync(megabytes), budget)).toEqual([
      ['a.zip/a.txt', 'binary'],
      ['a.zip/b.txt', 'too-large'],
    ]);
  });

  it('is not unpacked without end where archives are in archives', async () => {
    let bytes: Uint8Array = zipSync({ 'a.txt': Buffer.from('The talks were held in Qingdao.') });
    for (let level = 0; level < 8; level++) bytes = zipSync({ 'a.zip': bytes });
    const { articles, skipped } = await readAlone('a.zip', bytes);
    expect(articles).toEqual([]);
    expect(skipped).toMatchObject([{ path: 'a.zip/a.zip/a.zip/a.zip/a.zip', code: 'too-large' }]);
  });

  it('of a Word document or a book is told of in words', async () => {
    const bomb = zipSync({
      '[Content_Types].xml': Buffer.from('<Types/>'),
      'word/document.xml': new Uint8Array(40 * 2 ** 20).fill(0x20),
    });
    for (const name of ['a.docx', 'a.epub']) {
      for (const bytes of [
        bomb,
        Buffer.from('PK\u0003\u0004 torn'),
        zipSync({ 'a.xml': zeros.subarray(0, 9) }),
      ]) {
        const { articles, skipped } = await readAlone(name, bytes);
        expect(articles).toEqual([]);
        expect(skipped).toHaveLength(1);
        expect(skipped[0]?.reason).toMatch(/^[A-Z\w].*\.$/su);
      }
    }
  });

  it('of mark-up is not expanded', async () => {
    const entities = Array.from(
      { length: 12 },
      (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`,
    ).join('');
    const laughs = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "ha">${entities}<!ENTITY file SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><title>T</title><item><title>&e12;</title><description>The talks were held. &file;</description></item></channel></rss>`;
    const { articles, skipped } = await readAlone('a.xml', laughs);
    expect(JSON.stringify(articles)).not.toContain('root:');
    expect(JSON.stringify(articles).length).toBeLessThan(10_000);
    expect(articles.length + skipped.length).toBe(1);
  });

  it('tells what was expected of a table and of XML', async () => {
    const reasons = async (name: string, text: string) =>
      (await readAlone(name, text)).skipped.map(({ code, reason }) => [code, reason]);
    expect(await reasons('a.csv', 'a;b\n1;2\n')).toEqual([
      [
        'malformed',
        'Expected a first row that names columns such as title, source, date and text; found: a;b.',
      ],
    ]);
    expect(await reasons('a.xml', '<note>hello</note>')).toEqual([
      ['unsupported-type', 'Expected a feed (RSS, RDF or Atom); it is other XML.'],
    ]);
  });
});
