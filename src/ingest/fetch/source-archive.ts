import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

/** What is known of a page since it was fetched last. */
const pageSchema = z.object({
  file: z.string(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
});
export type ArchivedPage = z.infer<typeof pageSchema>;

const STATE = '.state.json';
/** Holds the address that an archive is of. */
const ADDRESS = '.address';
const VERSIONS = '.versions';

/**
 * The pages that were fetched for one source: a folder that is indexed like any other, without a
 * network. Each is a file of MHTML, which browsers open; what it was before, and what is gone, is
 * kept under `.versions`, which is not indexed.
 */
export class SourceArchive {
  readonly folder: string;
  readonly #pages: Map<string, ArchivedPage>;

  private constructor(folder: string, pages: Map<string, ArchivedPage>) {
    this.folder = folder;
    this.#pages = pages;
  }

  /** @param parent folder of all archives */
  static async open(parent: string, address: string): Promise<SourceArchive> {
    const folder = path.join(parent, `${new URL(address).hostname}-${hash(address).slice(0, 8)}`);
    await mkdir(path.join(folder, VERSIONS), { recursive: true });
    await writeFile(path.join(folder, ADDRESS), address);
    const written = await readFile(path.join(folder, STATE), 'utf8').catch(() => '{}');
    const parsed = z.record(z.string(), pageSchema).safeParse(parseJson(written));
    return new SourceArchive(folder, new Map(Object.entries(parsed.data ?? {})));
  }

  /** The addresses that archives in a folder are of; none where there is no such folder. */
  static async addresses(parent: string): Promise<string[]> {
    const names = await readdir(parent).catch(() => []);
    const read = names.map((name) =>
      readFile(path.join(parent, name, ADDRESS), 'utf8').catch(() => ''),
    );
    return (await Promise.all(read)).filter((address) => URL.canParse(address));
  }

  page(url: string): ArchivedPage | undefined {
    const page = this.#pages.get(url);
    return page !== undefined && existsSync(path.join(this.folder, page.file)) ? page : undefined;
  }

  /** Keeps a page; @returns whether it is another than before */
  async keep(
    url: string,
    bytes: Uint8Array,
    headers: { readonly etag?: string | undefined; readonly 'last-modified'?: string | undefined },
    contentType: string,
  ): Promise<'new' | 'changed' | 'same'> {
    const file = `${hash(url).slice(0, 16)}.mhtml`;
    const head = `Snapshot-Content-Location: ${url}\r\nMIME-Version: 1.0\r\nContent-Type: ${contentType}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n`;
    const content = Buffer.concat([Buffer.from(head), bytes]);
    const known = this.page(url);
    const before = known && (await readFile(path.join(this.folder, known.file)));
    this.#pages.set(url, {
      file,
      etag: headers.etag ?? null,
      lastModified: headers['last-modified'] ?? null,
    });
    if (before?.equals(content)) return 'same';
    if (known !== undefined) await this.#putAside(known.file);
    const draft = path.join(this.folder, `.${file}`);
    await writeFile(draft, content);
    await rename(draft, path.join(this.folder, file));
    return known === undefined ? 'new' : 'changed';
  }

  /** Takes a page out of what is indexed; @returns whether it was there */
  async drop(url: string): Promise<boolean> {
    const known = this.page(url);
    this.#pages.delete(url);
    if (known !== undefined) await this.#putAside(known.file);
    return known !== undefined;
  }

  async save(): Promise<void> {
    const draft = path.join(this.folder, `${STATE}.draft`);
    await writeFile(draft, JSON.stringify(Object.fromEntries(this.#pages)));
    await rename(draft, path.join(this.folder, STATE));
  }

  async #putAside(file: string): Promise<void> {
    const kept = path.join(this.folder, VERSIONS, `${Date.now()}-${file}`);
    await rm(kept, { force: true });
    await rename(path.join(this.folder, file), kept);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
