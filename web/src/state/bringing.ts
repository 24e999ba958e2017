import type { Problem } from '../../../src/core/errors.ts';
import type { UploadedFile } from '../../../src/core/uploads.ts';
import { problemOf } from '../api/request.ts';
import { removeUpload, restoreUpload, uploadFile } from '../api/uploads.ts';
import type { Store } from './store.ts';

/** A file that the reader brings, and how far it is. */
export interface BroughtFile {
  readonly key: string;
  readonly name: string;
  /** `empty`: nothing in it could be used; `remarks` says why. */
  readonly state: 'waiting' | 'sending' | 'stored' | 'empty' | 'failed' | 'removed';
  /** Share that has been sent, from 0 to 1. */
  readonly progress: number;
  readonly file: UploadedFile | null;
  readonly remarks: readonly string[];
  /** Why it failed; null where the server did not answer. */
  readonly problem: Problem | null;
}

export interface FileToBring {
  readonly name: string;
  readonly content: Blob;
}

/** Brings files one after the other, and takes them back. */
export interface Bringing {
  bring(files: readonly FileToBring[]): Promise<void>;
  remove(id: string): Promise<void>;
  restore(id: string): Promise<void>;
}

export function createBringing(store: Store, onChange: () => void): Bringing {
  let previous: Promise<void> = Promise.resolve();

  const put = (brought: BroughtFile): void => store.dispatch({ type: 'file-brought', brought });

  async function send(waiting: BroughtFile, content: Blob): Promise<void> {
    put({ ...waiting, state: 'sending' });
    try {
      const { file, remarks } = await uploadFile(waiting.name, content, (progress) =>
        put({ ...waiting, state: 'sending', progress }),
      );
      put({ ...waiting, state: file === null ? 'empty' : 'stored', progress: 1, file, remarks });
      onChange();
    } catch (thrown) {
      put({ ...waiting, state: 'failed', problem: problemOf(thrown) });
    }
  }

  function setState(id: string, state: BroughtFile['state']): void {
    const known = store.getState().brought.find(({ file }) => file?.id === id);
    if (known !== undefined) put({ ...known, state });
    onChange();
  }

  return {
    bring(files) {
      const waiting = files.map(({ name, content }) => {
        const brought: BroughtFile = {
          key: crypto.randomUUID(),
          name,
          state: 'waiting',
          progress: 0,
          file: null,
          remarks: [],
          problem: null,
        };
        put(brought);
        return { brought, content };
      });
      previous = previous.then(async () => {
        for (const { brought, content } of waiting) await send(brought, content);
      });
      return previous;
    },
    async remove(id) {
      await removeUpload(id);
      setState(id, 'removed');
    },
    async restore(id) {
      await restoreUpload(id);
      setState(id, 'stored');
    },
  };
}
