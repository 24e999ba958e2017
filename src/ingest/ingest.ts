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
import { type ReadLimits, readFile } from './read-file.ts';
import type { Reading } from './readers/reading.ts';
import { type InputFile, walkFiles } from './walk-files.ts';

export interface IngestOptions {
  /** Bytes of a file beyond which it is skipped, JSON Lines excepted; default 64 MiB. */
  readonly maxFileBytes?: number;
  /** Bytes of a line of JSON Lines beyond which it is skipped; default 8 MiB. */
  readonly maxLineBytes?: number;
  /** Bytes of a compressed file, unpacked, beyond which it is not read on; default 2 GiB. */
  readonly maxUnpackedBytes?: number;
  /** Lines of JSON Lines beyond which a file is not read on; default 2,000,000. */
  readonly maxLines?: number;
  /** UTF-16 code units of a body beyond which the article is skipped; default 2,000,000. */
  readonly maxArticleLength?: number;
  /** Told after each file how many of all have been read. */
  readonly onProgress?: (filesRead: number, filesFound: number) => void;
}

interface IngestLimits extends ReadLimits {
  readonly maxArticleLength: number;
}

const DEFAULT_LIMITS: IngestLimits = {
  maxFileBytes: 64 * 2 ** 20,
  maxLineBytes: 8 * 2 ** 20,
  maxUnpackedBytes: 2 * 2 ** 30,
  maxLines: 2_000_000,
  maxArticleLength: 2_000_000,
};

/** What a file gave, before articles of different files are compared. */
export interface FileContent {
  readonly drafts: readonly ArticleDraft[];
  readonly skipped: readonly SkippedItem[];
  readonly warnings: IngestResult['warnings'];
}

/**
 * Reads all articles from files and folders, of every kind in `read-file.ts`. The same input gives
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
    contents.push(await readDrafts(file, limits, outlets));
    options.onProgress?.(index + 1, files.length);
  }
  const { unique, duplicates } = leaveOutDuplicates(contents.flatMap(({ drafts }) => drafts));
  return {
    ...linkCopies(unique),
    skipped: [
      ...unreachable.map((item) => ({
        position: null,
        title: null,
        code: 'unreadable' as const,
        ...item,
      })),
      ...contents.flatMap(({ skipped }) => skipped),
      ...duplicates,
    ],
    filesRead: contents.filter(({ skipped }) => skipped.every(({ position }) => position !== null))
      .length,
    warnings: contents.flatMap(({ warnings }) => warnings),
  };
}

async function readDrafts(
  file: InputFile,
  limits: IngestLimits,
  outlets: OutletDirectory,
): Promise<FileContent> {
  return assembleReading(await readFile(file, limits), file.path, limits.maxArticleLength, outlets);
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
