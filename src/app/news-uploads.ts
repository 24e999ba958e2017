import { createHash, randomUUID } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import type { Application } from '../core/application.ts';
import type { Article } from '../core/article.ts';
import { coveredDates } from '../core/collection.ts';
import { YinzhengError } from '../core/errors.ts';
import type { NewsSource, NewsUploads, UploadedFile } from '../core/uploads.ts';
import { replaceFile } from '../index/snapshot/durable-file.ts';
import { Thread } from '../index/threads/thread.ts';
import type { BackgroundIndexing } from './background-indexing.ts';
import { readOrigin } from './compose-indexer.ts';
import { type Config, uploadsFolder } from './config.ts';
import type { FileContents } from './upload-reading-thread.ts';

/** Begins the path of every brought article, so that it is told from those of other folders. */
const UPLOADS = 'uploads';
const RECORDS = 'uploads.json';
const REMOVED = 'removed-uploads';
/** Milliseconds that reading one file may take. */
const READING_TIMEOUT = 60_000;
const MAX_NAME = 80;
const PAGE = 100;

const recordSchema = z.object({
  id: z.string(),
  name: z.string(),
  bytes: z.number(),
  addedAt: z.string(),
  articles: z.number(),
  remarks: z.array(z.string()),
  sha256: z.string(),
});
type UploadRecord = z.infer<typeof recordSchema>;

export interface UploadParts {
  readonly config: Config;
  readonly limits: NonNullable<Config['uploads']>;
  readonly application: Pick<Application, 'health' | 'listArticles'>;
  readonly indexing: BackgroundIndexing;
}

/** Keeps brought files in a folder under the data folder and has them indexed. */
export async function createNewsUploads({
  config,
  limits,
  application,
  indexing,
}: UploadParts): Promise<NewsUploads> {
  const { dataPath } = config;
  const folder = path.join(uploadsFolder(config), UPLOADS);
  const removedFolder = path.join(dataPath, REMOVED);
  const recordsFile = path.join(dataPath, RECORDS);
  // What was removed before the server started can be brought again, not restored.
  await rm(removedFolder, { recursive: true, force: true });
  await removeParts(folder);
  let records = await readRecords(recordsFile, folder);
  const removed = new Map<string, UploadRecord>();
  let reader: Thread<string, FileContents> | null = null;
  let catalog: { generation: string; byPath: Map<string, Article[]>; others: Article[] } | null =
    null;

  async function keep(next: readonly UploadRecord[]): Promise<void> {
    records = [...next];
    await replaceFile(recordsFile, `${JSON.stringify(records)}\n`);
  }

  async function readContents(file: string): Promise<FileContents> {
    reader ??= new Thread<string, FileContents>(
      new URL('./upload-reading-thread.ts', import.meta.url),
      { resourceLimits: { maxOldGenerationSizeMb: config.answering.workerMemoryMb } },
    );
    const current = reader;
    let timer: NodeJS.Timeout | undefined;
    try {
      return await Promise.race([
        current.request(file),
        new Promise<never>((_, reject) => {
          timer = setTimeout(reject, READING_TIMEOUT, new Error('Reading it took too long.'));
        }),
      ]);
    } catch (error) {
      reader = null;
      await current.stop();
      const reason = error instanceof Error ? error.message : String(error);
      return { articles: 0, remarks: [`It could not be read: ${reason}`] };
    } finally {
      clearTimeout(timer);
    }
  }

  /** Articles of the index by the file they came from, worked out once a generation. */
  function articlesByPath() {
    const generation = application.health().index?.generation ?? '';
    if (catalog?.generation === generation) return catalog;
    const byPath = new Map<string, Article[]>();
    const others: Article[] = [];
    for (let page = 1; generation !== ''; page++) {
      const { articles, total } = application.listArticles({ filters: {}, page, pageSize: PAGE });
      for (const article of articles) {
        const { path: origin } = article.origin;
        const known = byPath.get(origin);
        if (!origin.startsWith(`${UPLOADS}/`)) others.push(article);
        else if (known === undefined) byPath.set(origin, [article]);
        else known.push(article);
      }
      if (page * PAGE >= total) break;
    }
    catalog = { generation, byPath, others };
    return catalog;
  }

  function find(id: string): UploadRecord {
    const record = records.find((each) => each.id === id);
    if (record !== undefined) return record;
    throw new YinzhengError(
      'upload-not-found',
      `No uploaded file has the id "${id.slice(0, 80)}".`,
    );
  }

  return {
    async add(name, content) {
      const shown = readableName(name);
      if (records.length >= limits.maxFiles) {
        throw new YinzhengError('uploads-full', `Expected at most ${limits.maxFiles} files.`);
      }
      await mkdir(folder, { recursive: true });
      // A name with a dot is passed over by whoever indexes the folder meanwhile.
      const part = path.join(folder, `.${randomUUID()}.part`);
      try {
        const { bytes, sha256 } = await store(content, part, limits.maxFileBytes);
        const stored = records.reduce((sum, record) => sum + record.bytes, bytes);
        if (stored > limits.maxTotalBytes) {
          const expected = `Expected at most ${limits.maxTotalBytes} bytes altogether`;
          throw new YinzhengError('uploads-full', `${expected}; got ${stored}.`);
        }
        const same = records.find((record) => record.sha256 === sha256);
        if (same !== undefined) {
          throw new YinzhengError('upload-exists', `It is here as "${same.name}".`);
        }
        const id = await giveName(part, folder, safeFileName(shown));
        const contents = await readContents(path.join(folder, id));
        const { articles, remarks } = contents;
        if (articles === 0) {
          await rm(path.join(folder, id), { force: true });
          return { file: null, remarks };
        }
        const addedAt = new Date().toISOString();
        const file: UploadedFile = { id, name: shown, bytes, addedAt, articles, remarks };
        await keep([...records, { ...file, remarks: [...remarks], sha256 }]);
        indexing.start();
        return { file, remarks };
      } finally {
        await rm(part, { force: true });
      }
    },

    async remove(id) {
      const record = find(id);
      await mkdir(removedFolder, { recursive: true });
      await rename(path.join(folder, id), path.join(removedFolder, id));
      removed.set(id, record);
      await keep(records.filter((each) => each !== record));
      indexing.start();
    },

    async restore(id) {
      const record = removed.get(id);
      if (record === undefined) {
        throw new YinzhengError('upload-not-found', 'It was removed for good, or never was here.');
      }
      await link(path.join(removedFolder, id), path.join(folder, id)).catch((cause) => {
        throw new YinzhengError('upload-exists', 'Another file has its name by now.', { cause });
      });
      await rm(path.join(removedFolder, id), { force: true });
      removed.delete(id);
      await keep([...records, record]);
      indexing.start();
    },

    async sources() {
      const { byPath, others } = articlesByPath();
      const brought = records.map(({ sha256: _, bytes: __, ...record }): NewsSource => {
        const articles = byPath.get(`${UPLOADS}/${record.id}`) ?? [];
        return {
          ...record,
          kind: 'upload',
          articles: articles.length,
          covers: coveredDates(articles),
        };
      });
      const origin = await readOrigin(config);
      const own = uploadsFolder(config);
      const folders = Array.isArray(origin)
        ? origin.filter(({ absolute }) => absolute !== own).map(({ given }) => given)
        : [];
      if (others.length === 0) return brought;
      const name = folders.map((each) => path.basename(each)).join(', ') || '–';
      const covers = coveredDates(others);
      const folderSource: NewsSource = {
        kind: 'folder',
        id: null,
        name,
        articles: others.length,
        covers,
        addedAt: null,
        remarks: [],
      };
      return [...brought, folderSource];
    },

    indexing: () => indexing.status(),

    async close() {
      await Promise.all([indexing.stop(), reader?.stop()]);
    },
  };
}

/** Writes a stream to a file. @throws {YinzhengError} `body-too-large` */
async function store(content: Readable, file: string, maxBytes: number) {
  const hash = createHash('sha256');
  let bytes = 0;
  const handle = await open(file, 'wx');
  try {
    // The connection must stay, so that who sends too much is told so.
    for await (const chunk of content.iterator({ destroyOnReturn: false })) {
      bytes += chunk.length;
      if (bytes > maxBytes) {
        throw new YinzhengError('body-too-large', `At most ${maxBytes} bytes are taken.`);
      }
      hash.update(chunk);
      await handle.writeFile(chunk);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** Gives a stored file a name that nothing has yet: `report.txt`, `report-2.txt`. */
async function giveName(part: string, folder: string, wanted: string): Promise<string> {
  const [, stem = wanted, extension = ''] =
    /^(.+?)((?:\.\p{L}{1,8}){0,1}\.\w{1,8})$/u.exec(wanted) ?? [];
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${stem}-${number}${extension}`;
    try {
      // Unlike a renaming, a link never takes the place of a file.
      await link(part, path.join(folder, name));
      return name;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/** A name as its owner sees it: without control characters, and not endless. */
function readableName(name: string): string {
  const shown = name
    .normalize('NFC')
    .replace(/\p{C}+/gu, '')
    .trim()
    .slice(-4 * MAX_NAME);
  if (shown !== '') return shown;
  throw new YinzhengError('invalid-request', 'Expected the name of the file; got none.', {
    field: 'name',
  });
}

/** The last part of a name, with nothing in it that a file system or a shell takes amiss. */
export function safeFileName(name: string): string {
  const last = name.split(/[\\/]/u).at(-1) ?? '';
  const safe = last
    .replace(/[^\p{L}\p{N}._-]+/gu, '_')
    .replace(/^[._-]+/u, '')
    .replace(/[._]+$/u, '');
  if (safe === '') return 'article.txt';
  if (safe.length <= MAX_NAME) return safe;
  const extension = /(?:\.\w{1,8}){1,2}$/u.exec(safe)?.[0] ?? '';
  return safe.slice(0, MAX_NAME - extension.length) + extension;
}

/** Removes what a server left that ended while a file came. */
async function removeParts(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (/^\..*\.part$/u.test(name)) await rm(path.join(folder, name), { force: true });
  }
}

/** Records of the files that are there; one whose file is gone is dropped. */
async function readRecords(file: string, folder: string): Promise<UploadRecord[]> {
  const there = new Set(await readdir(folder).catch(() => []));
  const text = await readFile(file, 'utf8').catch(() => '[]');
  const parsed = z.array(recordSchema).safeParse(parseJson(text));
  const known = (parsed.data ?? []).filter(({ id }) => there.has(id));
  const unknown = [...there].filter(
    (id) => !id.startsWith('.') && !known.some((record) => record.id === id),
  );
  for (const id of unknown) {
    const { size, birthtime } = await stat(path.join(folder, id));
    const addedAt = birthtime.toISOString();
    known.push({ id, name: id, bytes: size, addedAt, articles: 0, remarks: [], sha256: '' });
  }
  return known;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return [];
  }
}
