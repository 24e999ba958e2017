import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';

const made: string[] = [];

/** A new folder that is removed after the tests of this file. */
export function temporaryDirectory(): string {
  if (made.length === 0) {
    afterAll(() => {
      for (const directory of made) rmSync(directory, { recursive: true, force: true });
    });
  }
  const directory = mkdtempSync(path.join(tmpdir(), 'yinzheng-'));
  made.push(directory);
  return directory;
}
