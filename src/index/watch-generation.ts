import { readPointer } from './snapshot/current-generation.ts';

export interface GenerationWatch {
  /** Stops looking; an opening under way is dropped. */
  close(): void;
}

export interface GenerationWatchSettings<Opened> {
  /** The data folder. */
  readonly directory: string;
  /** The generation in use, or null where none could be opened yet. */
  readonly generation: string | null;
  /** Opens the current generation. */
  readonly open: () => Promise<Opened>;
  /** Names the generation that was opened. */
  readonly generationOf: (opened: Opened) => string;
  /** Takes up a new generation. Requests under way keep the one they began with. */
  readonly onOpened: (opened: Opened) => void;
  /** A new generation could not be opened; the one in use stays. Told once for each. */
  readonly onFailed: (error: unknown) => void;
  /** Milliseconds between two looks. */
  readonly interval?: number;
}

/**
 * Takes up each new generation of a data folder while a server runs. It looks at CURRENT again and
 * again, a line of a hundred bytes: unlike file events this works on every file system, also those
 * that are mounted over a network or into a container.
 */
export function watchGeneration<Opened>({
  directory,
  generation,
  open,
  generationOf,
  onOpened,
  onFailed,
  interval = 1_000,
}: GenerationWatchSettings<Opened>): GenerationWatch {
  let seen = generation;
  let closed = false;

  const look = async (): Promise<void> => {
    // Absent or half-restored: nothing new to take up.
    const pointer = await readPointer(directory).catch(() => null);
    if (closed || pointer === null || pointer.generation === seen) return;
    seen = pointer.generation;
    try {
      const opened = await open();
      if (closed) return;
      seen = generationOf(opened);
      onOpened(opened);
    } catch (error) {
      if (!closed) onFailed(error);
    }
  };
  const lookAgain = (): NodeJS.Timeout =>
    setTimeout(async () => {
      await look();
      if (!closed) timer = lookAgain();
    }, interval).unref();
  let timer = lookAgain();

  return {
    close() {
      closed = true;
      clearTimeout(timer);
    },
  };
}
