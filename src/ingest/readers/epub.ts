import path from 'node:path/posix';
import { decodeText } from '../text-encoding.ts';
import { htmlToText, readHtml } from './html.ts';
import { type RawArticle, type RawSkip, type Reading, skippedFile } from './reading.ts';
import { xmlElements } from './xml.ts';
import { readZip, type UnpackBudget } from './zip.ts';

const MAX_PART_BYTES = 16 * 2 ** 20;

/**
 * Reads a book or a magazine: an article for each of its parts, in reading order. What stands in
 * front of the articles (cover, contents) and has no text of its own is passed over.
 *
 * @throws {Error} when it is no zip archive
 */
export async function readEpub(bytes: Uint8Array, budget: UnpackBudget): Promise<Reading> {
  const parts = new Map<string, string>();
  for await (const { name, read } of readZip(bytes, MAX_PART_BYTES, budget)) {
    if (!/\.(?:xml|opf|x?html?)$/iu.test(name)) continue;
    const content = await read();
    const decoded = 'reason' in content ? content : decodeText(content);
    if ('reason' in decoded) return skippedFile(decoded.code, `${name}: ${decoded.reason}`);
    parts.set(name, decoded.text);
  }
  const container = xmlElements(parts.get('META-INF/container.xml') ?? '');
  const packagePath = container.find(({ name }) => name === 'rootfile')?.attributes['full-path'];
  const description = xmlElements(parts.get(packagePath ?? '') ?? '');
  if (packagePath === undefined || description.length === 0) {
    return skippedFile('malformed', 'Expected the description of a book (OPF); found none.');
  }
  const field = (wanted: string) =>
    description.find(({ name, text }) => name === wanted && text !== '')?.text ?? null;
  const hrefs = new Map(
    description
      .filter(({ name, attributes }) => name === 'item' && attributes['properties'] !== 'nav')
      .map(({ attributes }) => [attributes['id'], attributes['href']]),
  );
  const articles: RawArticle[] = [];
  const skipped: RawSkip[] = [];
  const references = description.filter(({ name }) => name === 'itemref');
  for (const [position, { attributes }] of references.entries()) {
    const href = hrefs.get(attributes['idref']);
    if (href === undefined) continue;
    const name = path.join(path.dirname(packagePath), decodeAddress(href));
    const html = parts.get(name);
    if (html === undefined) {
      const reason = `Its part ${name} is not in the file.`;
      skipped.push({ position, title: null, code: 'malformed', reason });
      continue;
    }
    const [chapter] = readHtml(html).articles;
    if (chapter === undefined || chapter.body.trim() === '') continue;
    const heading = /<h[1-3]\b[^>]*>([\s\S]{1,2000}?)<\/h[1-3]>/iu.exec(html)?.[1];
    articles.push({
      ...chapter,
      position,
      title: (heading === undefined ? '' : htmlToText(heading)) || chapter.title,
      source: chapter.source ?? field('publisher') ?? field('title'),
      publishedAt: chapter.publishedAt ?? field('date'),
    });
  }
  return { articles, skipped, warnings: [] };
}

function decodeAddress(href: string): string {
  try {
    return decodeURIComponent(href.replace(/#.*$/u, ''));
  } catch {
    return href;
  }
}
