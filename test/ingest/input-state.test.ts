import {
  linkSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { InputRecord } from '../../src/core/input-state.ts';
import { lookAtInput, recognizeInput, recordInput } from '../../src/ingest/input-state.ts';
import { temporaryDirectory } from '../index/temporary-directory.ts';

describe('recognizing input that was read before', () => {
  let folder: string;
  let before: InputRecord;
  const file = (name: string) => path.join(folder, name);
  const recognize = async () => recognizeInput(await lookAtInput([folder]), before);

  /** Gives every file a time that lies a minute back, as files have that nobody is writing. */
  function settle(...names: string[]): void {
    const then = new Date(Date.now() - 60_000);
    for (const name of names) utimesSync(file(name), then, then);
  }

  beforeEach(async () => {
    folder = temporaryDirectory();
    mkdirSync(file('子文件夹'));
    writeFileSync(file('a.txt'), 'first');
    writeFileSync(file('子文件夹/b.txt'), '第二');
    settle('a.txt', '子文件夹/b.txt');
    before = await recordInput(await lookAtInput([folder]));
  });

  it('knows what did not change', async () => {
    expect((await recognize())?.hashes).toEqual(before.hashes);
  });

  it('compares the bytes of a file with another time or place, and remembers the new one', async () => {
    settle('a.txt');
    writeFileSync(file('copy'), 'first');
    renameSync(file('copy'), file('a.txt'));
    const now = await recognize();
    expect(now?.files[0]?.inode).toBe(String(statSync(file('a.txt')).ino));
    expect(now?.hashes).toEqual(before.hashes);
  });

  it.each([
    ['other bytes of the same length', () => writeFileSync(file('a.txt'), 'FIRST')],
    ['another length', () => writeFileSync(file('a.txt'), 'first and more')],
    ['a file more', () => writeFileSync(file('c.txt'), 'third')],
    ['a file less', () => rmSync(file('a.txt'))],
    ['another name', () => renameSync(file('a.txt'), file('z.txt'))],
    ['a second name of a file', () => linkSync(file('a.txt'), file('c.txt'))],
    ['a link that leads nowhere', () => symlinkSync(file('nowhere'), file('c.txt'))],
  ])('notices %s', async (_, change) => {
    change();
    expect(await recognize()).toBeNull();
  });

  it('notices other bytes although length and time are those of before', async () => {
    const { mtime } = statSync(file('a.txt'));
    writeFileSync(file('a.txt'), 'FIRST');
    utimesSync(file('a.txt'), mtime, mtime);
    expect(await recognize()).toBeNull();
  });

  it('looks into a file that was written just before it was recorded, or in the future', async () => {
    for (const time of [new Date(), new Date(Date.now() + 3_600_000)]) {
      utimesSync(file('a.txt'), time, time);
      const fresh = await lookAtInput([folder]);
      // The file system's clock may give a second change the time of the first.
      const forged = { ...(await recordInput(fresh)), hashes: ['other', 'other'] };
      expect(await recognizeInput(fresh, forged)).toBeNull();
    }
  });

  it('does not open a file that the file system says is the same', async () => {
    const forged = { ...before, hashes: ['never compared', 'never compared'] };
    expect(await recognizeInput(await lookAtInput([folder]), forged)).not.toBeNull();
  });
});
