import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { strToU8, zipSync } from 'fflate';
import { encodeGb18030 } from '../encode-gb18030.ts';
import { bodyOf, CHINESE, ENGLISH, htmlOf, recordOf, type Story } from './story.ts';
import { writeChinesePdf, writeReport } from './write-pdf.ts';

/** Files that hold no words, and are left out. */
export const WORDLESS = ['photo.png', 'site.warc'];

/** The files of the folder by name: 24 kinds that a reader of news has. */
export async function everydayFiles(): Promise<Readonly<Record<string, Uint8Array | string>>> {
  return {
    'chinese.htm': encodeGb18030(pageOf(CHINESE, 'gb2312')),
    'english.html': pageOf(ENGLISH, 'utf-8'),
    'story.md': `---\ntitle: ${CHINESE.title}\nsource: ${CHINESE.source}\ndate: ${CHINESE.date}\n---\n\n${CHINESE.paragraphs.join('\n\n')}\n\n| 年份 | 关闭 |\n| --- | --- |\n| 2025 | 12 |\n`,
    'story.txt': `${ENGLISH.title}\nSource: ${ENGLISH.source}\nDate: ${ENGLISH.date}\n\n${bodyOf(ENGLISH)}`,
    'story.jsonl': [ENGLISH, CHINESE].map((story) => JSON.stringify(recordOf(story))).join('\n'),
    'feed.json': jsonFeed(ENGLISH),
    'feed.xml': rss(CHINESE),
    'feed.atom': atom(ENGLISH),
    'feed.rdf': rdf(CHINESE),
    'story.json.gz': gzipSync(JSON.stringify(recordOf(ENGLISH))),
    'story.txt.gz': gzipSync(
      `${CHINESE.title}\n来源：${CHINESE.source}\n日期：${CHINESE.date}\n\n${bodyOf(CHINESE)}`,
    ),
    'page.html.gz': gzipSync(pageOf(CHINESE, 'utf-8')),
    'page.xhtml': `<?xml version="1.0" encoding="UTF-8"?>\n${pageOf(ENGLISH, 'utf-8').replace('<html', '<html xmlns="http://www.w3.org/1999/xhtml"')}`,
    'table.csv': csv(CHINESE, ','),
    'table.tsv': csv(ENGLISH, '\t'),
    'newsletter.eml': mail(CHINESE),
    'page.mhtml': savedPage(ENGLISH),
    'report.docx': await wordDocument(CHINESE),
    'report.pdf': await writeReport(ENGLISH),
    'browser.pdf': writeChinesePdf(CHINESE, 'browser'),
    'issue.epub': epub(CHINESE),
    'archive.zip': archive(),
    'photo.png': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0),
    'site.warc': 'WARC/1.0\r\nWARC-Type: warcinfo\r\n\r\n',
  };
}

/** Writes them into a folder. */
export async function writeEverydayFiles(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(await everydayFiles())) {
    writeFileSync(path.join(folder, name), content);
  }
}

function pageOf(story: Story, charset: string): string {
  return `<html><head><meta charset="${charset}"/><title>${story.title}</title><meta property="og:site_name" content="${story.source}"/><meta property="article:published_time" content="${story.date}"/></head><body><nav><a href="/">Home</a></nav><article><h1>${story.title}</h1>${htmlOf(story)}</article><script>track()</script></body></html>`;
}

function jsonFeed(story: Story): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: story.source,
    items: [
      {
        id: '1',
        url: 'https://news.example/1',
        title: story.title,
        content_html: htmlOf(story),
        date_published: `${story.date}T09:00:00Z`,
      },
    ],
  });
}

function rss(story: Story): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>${story.source}</title><link>https://news.example</link>
<item><title>${story.title}</title><link>https://news.example/2</link><pubDate>Mon, 07 Jul 2025 15:26:00 +0800</pubDate><description>${story.title}</description><content:encoded><![CDATA[${htmlOf(story)}]]></content:encoded></item>
</channel></rss>`;
}

function atom(story: Story): string {
  const escaped = htmlOf(story).replaceAll('<', '&lt;');
  return `<feed xmlns="http://www.w3.org/2005/Atom"><title>${story.source}</title><id>urn:1</id><updated>${story.date}T10:00:00Z</updated><entry><id>urn:2</id><title>${story.title}</title><link rel="self" href="https://news.example/self"/><link href="https://news.example/3"/><published>${story.date}T09:00:00Z</published><updated>2025-07-08T09:00:00Z</updated><content type="html">${escaped}</content></entry></feed>`;
}

function rdf(story: Story): string {
  return `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://news.example"><title>${story.source}</title></channel><item rdf:about="https://news.example/4"><title>${story.title}</title><link>https://news.example/4</link><description>${bodyOf(story)}</description><dc:date>${story.date}</dc:date></item></rdf:RDF>`;
}

function csv(story: Story, delimiter: string): string {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const row = [story.title, story.source, story.date, bodyOf(story)].map(quoted).join(delimiter);
  return `\ufeff${['标题', '来源', '日期', '正文'].join(delimiter)}\n${row}\n`;
}

function mail(story: Story): string {
  const base64 = (text: string) =>
    Buffer.from(text).toString('base64').replace(/.{76}/gu, '$&\r\n');
  return [
    `From: =?UTF-8?B?${base64(story.source)}?= <letter@news.example>`,
    `Subject: =?UTF-8?B?${base64(story.title)}?=`,
    'Date: Mon, 07 Jul 2025 15:26:00 +0800',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="m"',
    '',
    '--m',
    'Content-Type: multipart/alternative; boundary="a"',
    '',
    '--a',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    base64(bodyOf(story)),
    '--a',
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    base64(`<html><body>${htmlOf(story)}</body></html>`),
    '--a--',
    '--m',
    'Content-Type: text/plain; name="note.txt"',
    'Content-Disposition: attachment; filename="note.txt"',
    '',
    'The note that was attached says that the gates were tested in May 2024.',
    '--m--',
    '',
  ].join('\r\n');
}

/** What Chrome writes for "Save page as, single file". */
function savedPage(story: Story): string {
  const quoted = pageOf(story, 'utf-8').replaceAll('=', '=3D').replace(/.{70}/gu, '$&=\r\n');
  return [
    'From: <Saved by Blink>',
    'Snapshot-Content-Location: https://news.example/saved',
    `Subject: ${story.title}`,
    'Date: Tue, 08 Jul 2025 08:00:00 -0000',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; type="text/html"; boundary="----b"',
    '',
    '------b',
    'Content-Type: text/html',
    'Content-ID: <frame-1@mhtml.blink>',
    'Content-Transfer-Encoding: quoted-printable',
    'Content-Location: https://news.example/saved',
    '',
    quoted,
    '------b',
    'Content-Type: image/png',
    'Content-Transfer-Encoding: base64',
    'Content-Location: https://news.example/photo.png',
    '',
    'iVBORw0KGgo=',
    '------b--',
    '',
  ].join('\r\n');
}

function wordDocument(story: Story): Promise<Buffer> {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
  return Packer.toBuffer(
    new Document({
      title: story.title,
      sections: [
        {
          children: [
            new Paragraph({ text: story.title, heading: HeadingLevel.HEADING_1 }),
            new Paragraph(`${story.source} ${story.date}`),
            ...story.paragraphs.map((text) => new Paragraph(text)),
            new Table({ rows: [new TableRow({ children: [cell('年份'), cell('2025')] })] }),
          ],
        },
      ],
    }),
  );
}

function epub(story: Story): Uint8Array {
  const chapter = `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Unknown</title></head><body><h2>${story.title}</h2>${htmlOf(story)}</body></html>`;
  return zipSync({
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': strToU8(
      '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/content.opf"/></rootfiles></container>',
    ),
    'OEBPS/content.opf': strToU8(
      `<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${story.source}</dc:title><dc:date>${story.date}</dc:date></metadata><manifest><item id="nav" href="nav.xhtml" properties="nav"/><item id="c1" href="text/ch%201.xhtml"/><item id="c2" href="text/gone.xhtml"/></manifest><spine><itemref idref="nav"/><itemref idref="c1"/></spine></package>`,
    ),
    'OEBPS/nav.xhtml': strToU8('<html><body><nav><ol><li>一</li></ol></nav></body></html>'),
    'OEBPS/text/ch 1.xhtml': strToU8(chapter),
  });
}

/** With a folder, an archive in it, a name in GB18030, and what a Mac leaves in archives. */
function archive(): Uint8Array {
  const inner = zipSync({ 'deep/story.json': strToU8(JSON.stringify(recordOf(CHINESE))) });
  const archived = zipSync({
    'news/story.html': strToU8(pageOf(ENGLISH, 'utf-8')),
    'news/inner.zip': inner,
    'NAME.txt': strToU8(`Gates tested\n\n${ENGLISH.paragraphs[2]} They were tested in May 2024.`),
    '__MACOSX/news/._story.html': strToU8('\0\0'),
    'news/.DS_Store': strToU8('\0'),
  });
  // The name stands twice; Chinese versions of Windows write it so, and do not say in what encoding.
  const gb18030Name = encodeGb18030('新闻');
  const bytes = Buffer.from(archived);
  for (let place = bytes.indexOf('NAME'); place !== -1; place = bytes.indexOf('NAME', place + 1)) {
    bytes.set(gb18030Name, place);
  }
  return bytes;
}
