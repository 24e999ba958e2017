import { createHash } from 'node:crypto';
import type { Article } from '../core/article.ts';
import { cleanCharacters } from '../language/characters/clean-characters.ts';
import { detectLanguage } from '../language/characters/language.ts';
import type { OutletDirectory } from './find-outlet.ts';
import { titleOf } from './headline.ts';
import { parsePublicationDate } from './publication-date.ts';
import { htmlToText } from './readers/html.ts';
import type { RawArticle } from './readers/reading.ts';
import { estimateLineWidth, repairLineWrapping } from './repair/line-wrapping.ts';
import { describeRemoved } from './text-encoding.ts';

const MARKUP = /<(?:p|br|div|span|a|strong|h[1-6]|ul|li|img)\b[^<>]*>/iu;
const CUT_OFF = /(?:\.{3,}|…)["”’）)\]】]*$/u;

/** An article before it is known which others it resembles. */
export type ArticleDraft = Omit<Article, 'id' | 'copyOf'>;

export interface AssembledArticle {
  /** Null when there are no words in the body. */
  readonly draft: ArticleDraft | null;
  readonly warnings: readonly string[];
}

/**
 * Interprets what a reader found: text cleaned and its wrapping repaired, outlet and date
 * recognised, language told. What cannot be made out becomes null and a warning, never an error.
 *
 * @param path of the file, as in {@link Article.origin}
 */
export function assembleArticle(
  raw: RawArticle,
  path: string,
  outlets: OutletDirectory,
): AssembledArticle {
  const warnings: string[] = [];
  const { text, removed } = cleanCharacters(
    MARKUP.test(raw.body) ? htmlToText(raw.body) : raw.body,
  );
  if (removed > 0) warnings.push(describeRemoved(removed));
  const body = normaliseBody(text);
  if (!/[\p{L}\p{N}]/u.test(body)) return { draft: null, warnings };
  const publishedAt = raw.publishedAt === null ? null : parsePublicationDate(raw.publishedAt);
  if (publishedAt === null) {
    warnings.push(
      raw.publishedAt === null
        ? 'No date of publication is given.'
        : `The date of publication was not understood: ${raw.publishedAt.slice(0, 60)}`,
    );
  }
  const written = oneLine(raw.url) || null;
  const url = written !== null && isWebAddress(written) ? written : null;
  if (url !== written) {
    warnings.push(
      'Its address was left out: it is no http or https address, or gives a password away.',
    );
  }
  const draft: ArticleDraft = {
    title: oneLine(raw.title) || titleOf(body),
    outlet: outlets.find(oneLine(raw.source) || null, body),
    publishedAt,
    language: detectLanguage(body),
    body,
    url,
    truncated: CUT_OFF.test(body),
    origin: { path, position: raw.position },
  };
  return { draft, warnings };
}

/**
 * Ids for articles: a hash of each one's path and of its address or, without one, of title, outlet
 * and date. Editing a body keeps the id, and so does moving the article within its file; only
 * articles that are alike in all of these are told apart by their bodies.
 */
export function identifyArticles(drafts: readonly ArticleDraft[]): string[] {
  const keys = drafts.map(({ origin, url, title, outlet, publishedAt }) =>
    JSON.stringify([origin.path, url ?? [title, outlet.name, publishedAt]]),
  );
  const uses = new Map<string, number>();
  for (const key of keys) uses.set(key, (uses.get(key) ?? 0) + 1);
  return drafts.map((draft, index) => {
    const key = keys[index] ?? '';
    return hash(uses.get(key) === 1 ? key : key + draft.body);
  });
}

/** Whether an address, absolute or within its site, leads to the web and gives no password away. */
function isWebAddress(address: string): boolean {
  try {
    // Browsers read past white space in the name of a scheme.
    const written = address.replace(/\s/gu, '');
    const { protocol, username, password } = new URL(written, 'https://site.invalid/');
    return /^https?:$/u.test(protocol) && username === '' && password === '';
  } catch {
    return false;
  }
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** One paragraph a line, single spaces, wrapped lines joined. Only white space changes. */
function normaliseBody(text: string): string {
  const lines = text
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
  const lineWidth = estimateLineWidth([lines]);
  return lineWidth === null ? lines : repairLineWrapping(lines, lineWidth);
}

function oneLine(text: string | null): string {
  return cleanCharacters(text ?? '')
    .text.replace(/\s+/gu, ' ')
    .trim();
}
