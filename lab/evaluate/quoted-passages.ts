import { z } from 'zod';
import type { Article } from '../../src/core/article.ts';
import { YinzhengError } from '../../src/core/errors.ts';
import type { Passage } from '../../src/core/passage.ts';
import { detectLanguage } from '../../src/language/characters/language.ts';

/** A passage as a prompt showed it: a heading `title | outlet | date`, then words of the article. */
export const shownPassageSchema = z.object({
  marker: z.number().int().positive(),
  text: z.string().min(1),
});
export type ShownPassage = z.infer<typeof shownPassageSchema>;

/**
 * Reads JSON objects, one a line.
 * @throws {YinzhengError} `usage` naming the first line that is not of the form
 */
export function parseJsonLines<T>(
  jsonLines: string,
  schema: z.ZodType<T>,
  { path, option, form }: { readonly path: string; readonly option: string; readonly form: string },
): T[] {
  return jsonLines.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      return [schema.parse(JSON.parse(line))];
    } catch (cause) {
      throw new YinzhengError(
        'usage',
        `Expected line ${index + 1} of ${path} to hold ${form}. Correct the line.`,
        { cause, field: option },
      );
    }
  });
}

const PART_BREAK = '\n';

/**
 * Articles put together again from passages: those under one heading are parts of one article, in
 * the order in which they come. Each text is given once, whatever markers it has.
 */
export function passagesByText(shown: readonly ShownPassage[]): ReadonlyMap<string, Passage> {
  const parts = new Map<string, string[]>();
  for (const { text } of shown) {
    const { heading, words } = splitHeading(text);
    const known = parts.get(heading);
    if (known === undefined) parts.set(heading, [words]);
    else if (!known.includes(words)) known.push(words);
  }
  const articles = new Map<string, Article>();
  for (const [heading, texts] of parts) {
    articles.set(heading, articleFrom(heading, texts.join(PART_BREAK), articles.size));
  }
  const passages = new Map<string, Passage>();
  for (const { text } of shown) {
    const { heading, words } = splitHeading(text);
    const article = articles.get(heading);
    if (article === undefined || passages.has(text)) continue;
    const start = startOf(words, parts.get(heading) ?? []);
    passages.set(text, {
      article,
      chunk: {
        id: `${article.id}-${start}`,
        articleId: article.id,
        start,
        end: start + words.length,
        text: words,
      },
      score: 1 / (1 + passages.size),
      trace: { signals: [], rerank: [], matched: [] },
      copies: [],
    });
  }
  return passages;
}

function startOf(words: string, parts: readonly string[]): number {
  const before = parts.slice(0, parts.indexOf(words));
  return before.reduce((sum, part) => sum + part.length + PART_BREAK.length, 0);
}

function splitHeading(text: string): { heading: string; words: string } {
  const end = text.indexOf('\n');
  return end < 0
    ? { heading: '', words: text }
    : { heading: text.slice(0, end), words: text.slice(end + 1) };
}

function articleFrom(heading: string, body: string, index: number): Article {
  const fields = heading.split(' | ');
  const date = /^\d{4}-\d{2}-\d{2}/.exec(fields.at(-1) ?? '')?.[0] ?? null;
  const name = fields.at(date === null ? -1 : -2) ?? '';
  return {
    id: `article-${index + 1}`,
    title: fields[0] ?? '',
    outlet: { name, zh: name, en: name },
    publishedAt: date,
    language: detectLanguage(body),
    body,
    url: null,
    truncated: false,
    origin: { path: 'passages', position: index },
    copyOf: null,
  };
}
