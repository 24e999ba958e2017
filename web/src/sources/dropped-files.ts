import type { FileToBring } from '../state/bringing.ts';

/** Files of one drop that are taken; more would be a mistake. */
const MOST = 2_000;

const isHidden = (name: string): boolean => name.startsWith('.');

/** Files of an input, with the folders they stand in. */
export function chosenFiles(files: FileList | null): FileToBring[] {
  return [...(files ?? [])]
    .filter(({ name }) => !isHidden(name))
    .slice(0, MOST)
    .map((file) => ({ name: file.webkitRelativePath || file.name, content: file }));
}

/** Everything that was dropped: files, and the files of folders. */
export async function droppedFiles(transfer: DataTransfer): Promise<FileToBring[]> {
  // They must be asked for at once: the list is empty after the first wait.
  const items = [...transfer.items].map((item) => ({
    entry: item.webkitGetAsEntry(),
    file: item.getAsFile(),
  }));
  const found: FileToBring[] = [];
  for (const { entry, file } of items) {
    if (entry !== null) await collect(entry, '', found);
    else if (file !== null && !isHidden(file.name)) found.push({ name: file.name, content: file });
  }
  return found;
}

async function collect(entry: FileSystemEntry, within: string, found: FileToBring[]) {
  if (isHidden(entry.name) || found.length >= MOST) return;
  const name = `${within}${entry.name}`;
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    );
    found.push({ name, content: file });
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  for (;;) {
    const children = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (children.length === 0) return;
    for (const child of children) await collect(child, `${name}/`, found);
  }
}
