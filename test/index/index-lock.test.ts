import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { acquireIndexLock } from '../../src/index/index-lock.ts';
import { temporaryDirectory } from './temporary-directory.ts';

function holder(changes: object): string {
  const ours = {
    token: 'earlier',
    pid: process.pid,
    host: hostname(),
    since: '2025-07-07T00:00:00Z',
  };
  return JSON.stringify({ ...ours, processStart: null, ...changes });
}

/** The pid of a process that has ended. */
async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await new Promise((resolve) => child.on('exit', resolve));
  return child.pid as number;
}

describe('acquireIndexLock', () => {
  it('lets one in, tells the next who holds it, and lets it in afterwards', async () => {
    const directory = path.join(temporaryDirectory(), 'new', 'folder');
    const first = await acquireIndexLock(directory);
    await expect(acquireIndexLock(directory)).rejects.toMatchObject({
      code: 'index-locked',
      message: expect.stringContaining(`Process ${process.pid} on ${hostname()}`),
    });
    await first.assertHeld();
    await first.release();
    await (await acquireIndexLock(directory)).release();
    expect(readdirSync(directory)).toEqual([]);
  });

  it('lets exactly one of many in, also over a dead lock', async () => {
    for (const dead of [false, true]) {
      const directory = temporaryDirectory();
      if (dead) writeFileSync(path.join(directory, 'LOCK'), holder({ pid: await deadPid() }));
      const results = await Promise.allSettled(
        Array.from({ length: 12 }, () => acquireIndexLock(directory)),
      );
      const taken = results.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      // Of three that find a dead lock two can be let in; the one that has lost it is told.
      const held = await Promise.allSettled(taken.map((lock) => lock.assertHeld()));
      expect(held.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(readdirSync(directory)).toEqual(['LOCK']);
    }
  });

  it('takes over from a process that has ended, also when its number is in use again', async () => {
    for (const left of [
      holder({ pid: await deadPid() }),
      holder({ processStart: 'another-boot 1' }),
      'not a lock at all',
    ]) {
      const directory = temporaryDirectory();
      writeFileSync(path.join(directory, 'LOCK'), left);
      const lock = await acquireIndexLock(directory);
      await lock.assertHeld();
      await lock.release();
      expect(existsSync(path.join(directory, 'LOCK'))).toBe(false);
    }
  });

  describe('held on another machine, whose processes cannot be asked', () => {
    const elsewhere = holder({ host: 'elsewhere', pid: 1 });
    const timing = { beat: 40, patience: 400 };

    it('is refused while its holder gives signs of life, and taken over when none come', async () => {
      const directory = temporaryDirectory();
      const file = path.join(directory, 'LOCK');
      writeFileSync(file, elsewhere);
      // A clock that was set back by years, and one that runs ahead: none is compared.
      let year = 2001;
      const beating = setInterval(
        () => utimesSync(file, new Date(`${year}`), new Date(`${year++}`)),
        30,
      );
      await expect(acquireIndexLock(directory, timing)).rejects.toMatchObject({
        code: 'index-locked',
        message: expect.stringContaining('Process 1 on elsewhere'),
      });
      clearInterval(beating);
      utimesSync(file, new Date('2090'), new Date('2090'));
      await (await acquireIndexLock(directory, timing)).release();
      expect(readdirSync(directory)).toEqual([]);
    });

    it('is in another container where process numbers are counted apart', async () => {
      const directory = temporaryDirectory();
      const file = path.join(directory, 'LOCK');
      writeFileSync(file, holder({ pid: process.pid, namespace: 'pid:[1]' }));
      const lock = await acquireIndexLock(directory, timing);
      await lock.release();
    });

    it('touches its own lock, for others to see', async () => {
      const directory = temporaryDirectory();
      const lock = await acquireIndexLock(directory, timing);
      const touched = () => statSync(path.join(directory, 'LOCK')).mtimeMs;
      const before = touched();
      await expect.poll(touched).toBeGreaterThan(before);
      await lock.release();
    });
  });

  it('takes what no indexer can have written for no lock: a folder, processes 0 and -1', async () => {
    for (const pid of [0, -1]) {
      const directory = temporaryDirectory();
      writeFileSync(path.join(directory, 'LOCK'), holder({ pid }));
      writeFileSync(path.join(directory, 'LOCK.0.abandoned'), holder({ pid }));
      await (await acquireIndexLock(directory)).release();
      expect(readdirSync(directory)).toEqual([]);
    }
    const directory = temporaryDirectory();
    mkdirSync(path.join(directory, 'LOCK', 'inner'), { recursive: true });
    await (await acquireIndexLock(directory)).release();
    expect(readdirSync(directory)).toEqual([]);
  });

  it('notices that it was taken away, and leaves the other lock alone', async () => {
    const directory = temporaryDirectory();
    const file = path.join(directory, 'LOCK');
    const lock = await acquireIndexLock(directory);
    writeFileSync(file, holder({ token: 'other' }));
    await expect(lock.assertHeld()).rejects.toMatchObject({ code: 'index-locked' });
    await lock.release();
    expect(readFileSync(file, 'utf8')).toContain('other');
  });
});
