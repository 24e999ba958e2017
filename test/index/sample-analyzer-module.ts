// Analyzers for tests, in a module that a thread can load by itself.
import type { PassageAnalyzer } from '../../src/core/search-index.ts';
import { sampleAnalyzer } from './sample-collection.ts';

/** @param failing a text that the analyzer cannot deal with, or null */
export async function makeAnalyzer(failing: string | null): Promise<PassageAnalyzer> {
  return {
    fingerprint: sampleAnalyzer.fingerprint,
    analyzePassage(passage) {
      if (passage.text === failing) throw new Error(`Cannot analyse ${failing}`);
      return sampleAnalyzer.analyzePassage(passage);
    },
    meaningOf: sampleAnalyzer.meaningOf,
  };
}

/** An analyzer on a machine whose disk is full. */
export async function makeAnalyzerOfFullDisk(): Promise<PassageAnalyzer> {
  return {
    ...sampleAnalyzer,
    // Asked for while the files are written.
    meaningOf() {
      const error = new Error('ENOSPC: no space left on device, write');
      throw Object.assign(error, { code: 'ENOSPC', syscall: 'write', errno: -28 });
    },
  };
}
