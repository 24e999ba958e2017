import { beforeAll, describe, expect, it } from 'vitest';
import type { Article } from '../../src/core/article.ts';
import { chunkArticle } from '../../src/ingest/chunk-article.ts';
import { OutletDirectory } from '../../src/ingest/find-outlet.ts';
import { findHeadline } from '../../src/ingest/headline.ts';
import { assembleReading } from '../../src/ingest/ingest.ts';
import { readHtml } from '../../src/ingest/readers/html.ts';
import { readJson } from '../../src/ingest/readers/json.ts';
import { readMarkdown } from '../../src/ingest/readers/markdown.ts';
import { readPlainText } from '../../src/ingest/readers/plain-text.ts';
import { type Reading, skippedFile } from '../../src/ingest/readers/reading.ts';
import { detectLanguage } from '../../src/language/characters/language.ts';
import { findDates } from '../../src/language/dates/dates.ts';
import { splitByRole } from '../../src/language/segment/sentence-roles.ts';
import { loadLanguageTools } from '../answer/language-tools.ts';
import { findGrowth } from './growth.ts';
import { ADVERSARIAL_TEXTS, UNBROKEN_TEXTS } from './texts.ts';

type Tools = Awaited<ReturnType<typeof loadLanguageTools>>;
let tools: Tools;

beforeAll(async () => {
  tools = await loadLanguageTools();
});

const outlets = new OutletDirectory();
const MAX_ARTICLE_LENGTH = 2_000_000;
/** Milliseconds for a machine that does ten other things. */
const timeout = 900_000;

/** As files are read: what a reader cannot make out is skipped. */
function readAs(read: (text: string) => Reading, text: string): Article[] {
  let reading: Reading;
  try {
    reading = read(text);
  } catch {
    reading = skippedFile('malformed', '');
  }
  const { drafts } = assembleReading(reading, 'a', MAX_ARTICLE_LENGTH, outlets);
  return drafts.map((draft) => ({ ...draft, id: 'a', copyOf: null }));
}

/** Reads a text to the chunks that are indexed, and to the dates that are shown beside it. */
function readWith(read: (text: string) => Reading): (text: string) => void {
  return (text) => {
    for (const article of readAs(read, text)) {
      chunkArticle(article, { size: 400, overlap: 1 });
      findDates(article.body, { language: article.language, reference: '2025-07-07' });
    }
  };
}

const asJson = (text: string) =>
  readJson(JSON.stringify({ title: text.slice(0, 16_000), source: text.slice(0, 400), text }));
const TAGGED = ADVERSARIAL_TEXTS.filter(({ name }) => /[<&]/u.test(name));

describe('an article of any length', { timeout }, () => {
  it('is read from plain text in time that grows with its length alone', async () => {
    const length = 10_240;
    expect(await findGrowth(ADVERSARIAL_TEXTS, readWith(readPlainText), length)).toEqual([]);
  });

  it('is read from Markdown in time that grows with its length alone', async () => {
    const length = 20_480;
    const read = (text: string) => readMarkdown(text);
    expect(await findGrowth(ADVERSARIAL_TEXTS, read, length)).toEqual([]);
  });

  it('is read from JSON, with its title, in time that grows with its length alone', async () => {
    const length = 10_240;
    expect(await findGrowth(ADVERSARIAL_TEXTS, readWith(asJson), length)).toEqual([]);
  });

  it('is read from a page in time that grows with its length alone', async () => {
    expect(TAGGED.length).toBeGreaterThan(30);
    // Longer pages, whose main text is looked for up to a number of elements, have a limit instead.
    const length = 5120;
    expect(await findGrowth(TAGGED, readWith(readHtml), length)).toEqual([]);
  });

  it('becomes terms in time that grows with its length alone', async () => {
    const analyze = (text: string) => {
      for (const { body, title, language } of readAs(readPlainText, text)) {
        const publishedAt = '2025-07-07';
        for (const sentence of tools.annotator.annotate({
          text: body,
          title,
          language,
          reference: publishedAt,
        })) {
          for (const token of sentence.tokens) tools.analyzer.forEachWordTerm(token, () => {});
          tools.analyzer.forEachTextTerm(sentence, () => {});
        }
      }
    };
    const length = 5000;
    expect(await findGrowth(ADVERSARIAL_TEXTS, analyze, length)).toEqual([]);
  });

  it('is read in time that grows with its length alone where it is one unbroken sentence', async () => {
    const read = (text: string) => {
      const language = detectLanguage(text);
      const body = `原标题：${text}`;
      const title = text.slice(0, 16_000);
      const source = { text: body, title, language, reference: '2025-07-07' };
      splitByRole(source);
      findHeadline(body);
      outlets.find(null, body);
      outlets.find(text, body);
      tools.annotator.annotate(source);
    };
    expect(await findGrowth(UNBROKEN_TEXTS, read, 70_000)).toEqual([]);
  });
});
