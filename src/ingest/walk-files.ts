import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { describeFailure, failureCode } from './describe-failure.ts';

/** A file to read. */
export interface InputFile {
  readonly absolutePath: string;
  /** Relative to the folder it was found from, with forward slashes. */
  readonly path: string;
  readonly bytes: number;
}

/** A path that leads to no file. */
export interface UnreachablePath {
  readonly path: string;
  readonly code: 'unreadable' | 'inaccessible';
  readonly reason: string;
}

export interface FileWalk {
  readonly files: readonly InputFile[];
  readonly unreachable: readonly UnreachablePath[];
}

const NOT_UTF8 = 'Its name is no valid UTF-8, so it cannot be opened by name. Rename it.';
const LEADS_OUT =
  'The link leads out of the folder. Give the path it leads to, or put a copy in its place.';

/** A path that was given, without links, and the files found under it. */
interface Root {
  readonly folder: string;
  readonly found: InputFile[];
}

/**
 * Files under the paths given, folders within folders, in the order of the paths given and then by
 * path. Each folder is entered once, and entries whose name starts with a dot are passed over: they
 * belong to programs (`.git`, `.DS_Store`), not to readers.
 *
 * Symbolic links are followed within the path given, which may be one itself; one that leads out of
 * it is named and not read, since an unpacked archive may hold a link to anything on the machine.
 */
export async function walkFiles(paths: readonly string[]): Promise<FileWalk> {
  const files: InputFile[] = [];
  const unreachable: UnreachablePath[] = [];
  const entered = new Set<string>();

  async function enter(
    absolutePath: string,
    relative: string,
    isLink: boolean,
    root: Root,
  ): Promise<void> {
    const { found } = root;
    const name = relative === '' ? path.basename(absolutePath) : relative;
    try {
      if (isLink && !isWithin(await realpath(absolutePath), root.folder)) {
        unreachable.push({ path: name, code: 'unreadable', reason: LEADS_OUT });
        return;
      }
      const status = await stat(absolutePath);
      if (status.isFile()) {
        found.push({ absolutePath, path: name, bytes: status.size });
      } else if (status.isDirectory()) {
        const folder = await realpath(absolutePath);
        if (entered.has(folder)) return;
        entered.add(folder);
        for (const { child, isReadable, isLink: leadsOn } of await listFolder(absolutePath)) {
          if (child.startsWith('.')) continue;
          const childPath = relative === '' ? child : `${relative}/${child}`;
          if (isReadable) await enter(path.join(absolutePath, child), childPath, leadsOn, root);
          else unreachable.push({ path: childPath, code: 'unreadable', reason: NOT_UTF8 });
        }
      } else {
        const reason = 'Expected a file or a folder; found neither.';
        unreachable.push({ path: name, code: 'unreadable', reason });
      }
    } catch (error) {
      // Of a path that was given the whole is told: it may count from another folder than was meant.
      const shown = relative === '' ? absolutePath : relative;
      unreachable.push({ path: shown, code: failureCode(error), reason: describeFailure(error) });
    }
  }

  for (const given of paths) {
    const found: InputFile[] = [];
    const absolutePath = path.resolve(given);
    const folder = await realpath(absolutePath).catch(() => absolutePath);
    await enter(absolutePath, '', false, { folder, found });
    files.push(...found.sort((a, b) => (a.path < b.path ? -1 : 1)));
  }
  return { files, unreachable };
}

interface FolderEntry {
  readonly child: string;
  /** Whether the name is the one on disk: bytes that are no UTF-8 cannot be written as a string. */
  readonly isReadable: boolean;
  readonly isLink: boolean;
}

async function listFolder(folder: string): Promise<FolderEntry[]> {
  const entries = await readdir(folder, { withFileTypes: true, encoding: 'buffer' });
  return entries
    .map((entry) => {
      const child = entry.name.toString('utf8');
      const isReadable = entry.name.equals(Buffer.from(child));
      return { child, isReadable, isLink: entry.isSymbolicLink() };
    })
    .sort((a, b) => (a.child < b.child ? -1 : 1));
}

function isWithin(absolutePath: string, folder: string): boolean {
  const relative = path.relative(folder, absolutePath);
  return relative === '' || !(relative.startsWith('..') || path.isAbsolute(relative));
}
