// What articles are read with in tests, in a module that a thread can load by itself.
import type { ReadingTools } from '../../src/index/threads/reading-thread.ts';
import { sampleAnalyzer } from './sample-collection.ts';

export interface SampleSettings {
  /** A text that the analyzer cannot deal with, or null. */
  readonly failing: string | null;
  /** Milliseconds that each article takes, by the length of its body; makes a thread the slower. */
  readonly delay?: number;
}

export async function makeTools({ failing, delay = 0 }: SampleSettings): Promise<ReadingTools> {
  return {
    analyzer: {
      ...sampleAnalyzer,
      annotate(source) {
        if (source.text === failing) throw new Error(`Cannot analyse ${failing}`);
        const end = performance.now() + (source.text.length % 7) * delay;
        while (performance.now() < end);
        return sampleAnalyzer.annotate(source);
      },
    },
    embedWords: (words) => {
      const vector = new Array<number>(8).fill(0.5);
      for (const { normal } of words) {
        const place = normal.charCodeAt(0) % vector.length;
        vector[place] = (vector[place] as number) + 1;
      }
      return vector;
    },
  };
}

/** Tools on a machine whose disk is full. */
export async function makeToolsOfFullDisk(): Promise<ReadingTools> {
  return {
    analyzer: {
      ...sampleAnalyzer,
      meaningOf() {
        const error = new Error('ENOSPC: no space left on device, write');
        throw Object.assign(error, { code: 'ENOSPC', syscall: 'write', errno: -28 });
      },
    },
  };
}
