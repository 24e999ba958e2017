import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { describeFailure } from './describe-failure.ts';

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
  readonly reason: string;
}

export interface FileWalk {
  readonly files: readonly InputFile[];
  readonly unreachable: readonly UnreachablePath[];
}

/**
 * Files under the paths given, folders within folders, in the order of the paths given and then by
 * path. Symbolic links are followed, each folder is entered once, and entries whose name starts
 * with a dot are passed over: they belong to programs (`.git`, `.DS_Store`), not to readers.
 */
export async function walkFiles(paths: readonly string[]): Promise<FileWalk> {
  const files: InputFile[] = [];
  const unreachable: UnreachablePath[] = [];
  const entered = new Set<string>();

  async function enter(absolutePath: string, relative: string, found: InputFile[]): Promise<void> {
    const name = relative === '' ? path.basename(absolutePath) : relative;
    try {
      const status = await stat(absolutePath);
      if (status.isFile()) {
        found.push({ absolutePath, path: name, bytes: status.size });
      } else if (status.isDirectory()) {
        const folder = await realpath(absolutePath);
        if (entered.has(folder)) return;
        entered.add(folder);
        for (const child of (await readdir(absolutePath)).sort()) {
          if (child.startsWith('.')) continue;
          const childPath = relative === '' ? child : `${relative}/${child}`;
          await enter(path.join(absolutePath, child), childPath, found);
        }
      } else {
        unreachable.push({ path: name, reason: 'Expected a file or a folder; found neither.' });
      }
    } catch (error) {
      unreachable.push({ path: name, reason: describeFailure(error) });
    }
  }

  for (const given of paths) {
    const found: InputFile[] = [];
    await enter(path.resolve(given), '', found);
    files.push(...found.sort((a, b) => (a.path < b.path ? -1 : 1)));
  }
  return { files, unreachable };
}
