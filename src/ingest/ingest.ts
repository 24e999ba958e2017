import type { Article } from '../core/article.ts';
import type { IngestResult, NearDuplicate, SkippedItem } from '../core/ingest-result.ts';
import {
  type ArticleDraft,
  type AssembledArticle,
  assembleArticle,
  identifyArticles,
} from './assemble-article.ts';
import { describeFailure } from './describe-failure.ts';
import { OutletDirectory } from './find-outlet.ts';
import { findCopies } from './near-duplicates.ts';
import {
  DEFAULT_READ_LIMITS,
  type DocumentReading,
  type ReadLimits,
  readDocument,
  readFile,
} from './read-document.ts';
import type { InputDocument, Reading } from './readers/reading.ts';
import { walkFiles } from './walk-files.ts';

/** Limits of reading, and of what is read. */
export interface IngestOptions extends Partial<ReadLimits> {
  /** UTF-16 code units of a body beyond which the article is skipped; default 2,000,000. */
  readonly maxArticleLength?: number;
  /**
   * The articles that a file or folder gave when it could be read. Where it cannot be opened now,
   * which may pass, they are taken again.
   */
  readonly readBefore?: (path: string) => Promise<readonly Article[]>;
  /** Told after each file how many of all have been read. */
  readonly onProgress?: (filesRead: number, filesFound: number) => void;
}

const DEFAULT_LIMITS = { ...DEFAULT_READ_LIMITS, maxArticleLength: 2_000_000 };

/** What a file gave, before articles of different files are compared. */
export interface FileContent {
  readonly drafts: readonly ArticleDraft[];
  readonly skipped: readonly SkippedItem[];
  readonly warnings: IngestResult['warnings'];
}

/**
 * Reads all articles from files and folders, of every kind in `read-document.ts`. The same input gives
 * the same result in the same order. One bad file, line or article never stops the rest: whatever
 * is left out is in `skipped` with its reason. Never throws.
 *
 * An article with the title, outlet, date and text of an earlier one is left out as its duplicate;
 * one that nearly repeats the text of one published earlier is kept, and names it in `copyOf`.
 */
export async function ingestPaths(
  paths: readonly string[],
  options: IngestOptions = {},
): Promise<IngestResult> {
  const limits = { ...DEFAULT_LIMITS, ...options };
  const outlets = new OutletDirectory();
  const { files, unreachable } = await walkFiles(paths);
  const contents: FileContent[] = [];
  for (const [index, file] of files.entries()) {
    contents.push(...(await assembleAll(readFile(file, limits), limits, outlets)));
    options.onProgress?.(index + 1, files.length);
  }
  const unopened: FileContent[] = unreachable.map((item) => ({
    drafts: [],
    skipped: [{ position: null, title: null, ...item }],
    warnings: [],
  }));
  const all = [...unopened, ...contents];
  const { readBefore } = options;
  if (readBefore === undefined) return joinContents(all);
  return joinContents(await Promise.all(all.map((content) => keepBefore(content, readBefore))));
}

/** What a file gave or, where it could not be opened, what it gave before. */
async function keepBefore(
  content: FileContent,
  readBefore: (path: string) => Promise<readonly Article[]>,
): Promise<FileContent> {
  const unopened = content.skipped.find(({ code }) => code === 'inaccessible');
  if (unopened === undefined) return content;
  const articles = await readBefore(unopened.path);
  if (articles.length === 0) return content;
  const kept = `What was read of it before stays (articles: ${articles.length}).`;
  return {
    drafts: articles.map(({ id: _, copyOf: __, ...draft }) => draft),
    skipped: [{ ...unopened, reason: `${unopened.reason} ${kept}` }],
    warnings: [],
  };
}

/**
 * The same of documents in memory, such as uploads: this is the way in for bytes with a name.
 * @public
 */
export async function ingestDocuments(
  documents: Iterable<InputDocument>,
  options: IngestOptions = {},
): Promise<IngestResult> {
  const limits = { ...DEFAULT_LIMITS, ...options };
  const outlets = new OutletDirectory();
  const contents: FileContent[] = [];
  for (const document of documents) {
    contents.push(...(await assembleAll(readDocument(document, limits), limits, outlets)));
  }
  return joinContents(contents);
}

async function assembleAll(
  readings: AsyncIterable<DocumentReading>,
  { maxArticleLength }: { readonly maxArticleLength: number },
  outlets: OutletDirectory,
): Promise<FileContent[]> {
  const contents: FileContent[] = [];
  for await (const { path, reading } of readings) {
    contents.push(assembleReading(reading, path, maxArticleLength, outlets));
  }
  return contents;
}

/** What all files gave, as one collection without repetitions. */
function joinContents(contents: readonly FileContent[]): IngestResult {
  const { unique, duplicates } = leaveOutDuplicates(contents.flatMap(({ drafts }) => drafts));
  return {
    ...linkCopies(unique),
    skipped: [...contents.flatMap(({ skipped }) => skipped), ...duplicates],
    filesRead: contents.filter(({ skipped }) => skipped.every(({ position }) => position !== null))
      .length,
    warnings: contents.flatMap(({ warnings }) => warnings),
  };
}

/**
 * The articles of what a reader found in a file, one by one: what one of them does to the code that
 * interprets it leaves the others as they are. Never throws.
 *
 * @param path of the file, as in `Article.origin`
 * @param maxArticleLength UTF-16 code units of a body beyond which the article is skipped
 */
export function assembleReading(
  reading: Reading,
  path: string,
  maxArticleLength: number,
  outlets: OutletDirectory,
): FileContent {
  const skipped: SkippedItem[] = reading.skipped.map((skip) => ({ path, ...skip }));
  const warnings = reading.warnings.map((warning) => ({ path, ...warning }));
  const drafts: ArticleDraft[] = [];
  for (const raw of reading.articles) {
    const { position, title } = raw;
    const { length } = raw.body;
    if (length > maxArticleLength) {
      const reason = `The text has ${length} characters; at most ${maxArticleLength} are read.`;
      skipped.push({ path, position, title, code: 'too-large', reason });
      continue;
    }
    let assembled: AssembledArticle;
    try {
      assembled = assembleArticle(raw, path, outlets);
    } catch (error) {
      const reason = `It could not be understood: ${describeFailure(error)}`;
      skipped.push({ path, position, title, code: 'malformed', reason });
      continue;
    }
    if (assembled.draft === null) {
      const reason = 'Expected a text of some words; found none.';
      skipped.push({ path, position, title, code: 'no-body', reason });
      continue;
    }
    drafts.push(assembled.draft);
    warnings.push(...assembled.warnings.map((text) => ({ path, position, text })));
  }
  return { drafts, skipped, warnings };
}

function leaveOutDuplicates(drafts: readonly ArticleDraft[]): {
  unique: ArticleDraft[];
  duplicates: SkippedItem[];
} {
  const seen = new Map<string, ArticleDraft>();
  const unique: ArticleDraft[] = [];
  const duplicates: SkippedItem[] = [];
  for (const draft of drafts) {
    const { title, outlet, publishedAt, body, origin } = draft;
    const key = JSON.stringify([title, outlet.zh, publishedAt, body.replace(/\s+/gu, '')]);
    const earlier = seen.get(key);
    if (earlier === undefined) {
      seen.set(key, draft);
      unique.push(draft);
      continue;
    }
    const reason = `The same article as number ${earlier.origin.position + 1} in ${earlier.origin.path}.`;
    duplicates.push({ ...origin, title, code: 'duplicate', reason });
  }
  return { unique, duplicates };
}

/** Gives articles their ids, and later copies the id of the article they repeat. */
function linkCopies(drafts: readonly ArticleDraft[]): {
  articles: Article[];
  nearDuplicates: NearDuplicate[];
} {
  const ids = identifyArticles(drafts);
  const byDate = drafts.map((draft, index) => ({ id: ids[index] ?? '', draft, index }));
  byDate.sort(
    (a, b) => compareDates(a.draft.publishedAt, b.draft.publishedAt) || a.index - b.index,
  );
  const originals = new Map<string, NearDuplicate>();
  for (const { copy, original, similarity } of findCopies(byDate.map(({ draft }) => draft.body))) {
    const articleId = byDate[copy]?.id ?? '';
    originals.set(articleId, { articleId, copyOf: byDate[original]?.id ?? '', similarity });
  }
  const articles = drafts.map((draft, index): Article => {
    const id = ids[index] ?? '';
    return { id, ...draft, copyOf: originals.get(id)?.copyOf ?? null };
  });
  const nearDuplicates = articles.flatMap(({ id }) => originals.get(id) ?? []);
  return { articles, nearDuplicates };
}

/** Earlier first, the undated last. */
function compareDates(a: string | null, b: string | null): number {
  if (a === b) return 0;
  return (a ?? '9999') < (b ?? '9999') ? -1 : 1;
}
