import { randomUUID } from 'node:crypto';
import { type FileHandle, link, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { YinzhengError } from '../core/errors.ts';
import {
  isAlive,
  isOfThisMachine,
  isRunning,
  type LockHolder,
  readHolder,
  thisProcessAsHolder,
} from './lock-holder.ts';

const LOCK = 'LOCK';

/** A lock being written, or a dead one being removed; the number is of the process at work. */
const DRAFT = /^LOCK\.(\d+)\./;

/** How often a lock that changes hands while it is looked at is looked at again. */
const ATTEMPTS = 20;

/** How a lock shows that its holder lives. */
export interface LockTiming {
  /** Milliseconds between two signs of life. */
  readonly beat: number;
  /** Milliseconds without one after which a holder on another machine counts as dead. */
  readonly patience: number;
}

/** Patience is longer than anything that keeps an indexer's event loop. */
const TIMING: LockTiming = { beat: 1_000, patience: 20_000 };

/** The right to write in a data folder, held by one indexer at a time. */
export interface IndexLock {
  /**
   * Call it before each step that others would see.
   * @throws {YinzhengError} `index-locked` when the lock was taken away
   */
  assertHeld(): Promise<void>;
  /** Never throws; a lock that is no longer ours is left alone. */
  release(): Promise<void>;
}

/**
 * Takes the lock of a data folder, creating the folder where needed. The lock of a process that
 * has ended is taken over. A process on another machine or in another container cannot be asked: it
 * touches its lock again and again, and counts as dead when nothing is seen of that for a while. No
 * clock is compared with another, so a clock that is wrong or set back does no harm.
 *
 * The lock appears whole or not at all: it is written beside and linked into place. A dead one is
 * first renamed, so that of two indexers that find it only one goes on; what is left of a race
 * between three is caught by `assertHeld`, and generations never share a folder.
 *
 * @throws {YinzhengError} `index-locked`, saying who holds it
 */
export async function acquireIndexLock(
  directory: string,
  timing: LockTiming = TIMING,
): Promise<IndexLock> {
  await mkdir(directory, { recursive: true });
  const file = path.join(directory, LOCK);
  const token = randomUUID();
  const draft = path.join(directory, `${LOCK}.${process.pid}.${token}`);
  const handle = await open(draft, 'wx');
  const lock = heldLock(file, token, keepTouching(handle, timing.beat));
  try {
    await handle.writeFile(`${JSON.stringify(await thisProcessAsHolder(token))}\n`);
    await linkWhenFree(draft, file, timing);
    await lock.assertHeld();
  } catch (error) {
    await lock.release();
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
  await removeAbandonedDrafts(directory).catch(() => {});
  return lock;
}

/** Touches a lock through its open file, so that one that took its place is left alone. */
function keepTouching(handle: FileHandle, beat: number): () => Promise<void> {
  const timer = setInterval(() => {
    const now = new Date();
    handle.utimes(now, now).catch(() => {});
  }, beat).unref();
  return async () => {
    clearInterval(timer);
    await handle.close();
  };
}

async function linkWhenFree(draft: string, file: string, timing: LockTiming): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (await linked(draft, file)) return;
    const holder = await readHolder(file);
    if (holder === 'gone') continue;
    if (holder !== 'unreadable') {
      const lives = (await isOfThisMachine(holder))
        ? await isAlive(holder)
        : await isTouched(file, timing);
      if (lives) throw lockedError(holder, file);
    }
    await removeDead(file, holder, `${draft}.dead`);
  }
  throw new YinzhengError('index-locked', `${file} keeps changing hands.`);
}

/** Whether somebody touches a lock while it is watched. */
async function isTouched(file: string, { beat, patience }: LockTiming): Promise<boolean> {
  const lastTouched = async () => (await stat(file).catch(() => null))?.mtimeMs ?? null;
  const before = await lastTouched();
  for (let waited = 0; waited < patience; waited += beat / 2) {
    await pause(beat / 2);
    const now = await lastTouched();
    if (now === null) return false;
    if (now !== before) return true;
  }
  return false;
}

function heldLock(file: string, token: string, stopTouching: () => Promise<void>): IndexLock {
  const isOurs = async () => {
    const holder = await readHolder(file);
    return typeof holder === 'object' && holder.token === token;
  };
  return {
    async assertHeld() {
      if (await isOurs()) return;
      throw new YinzhengError('index-locked', `${file} was taken over by another indexer.`);
    },
    async release() {
      await stopTouching().catch(() => {});
      if (await isOurs()) await rm(file, { force: true }).catch(() => {});
    },
  };
}

function lockedError({ pid, host, since }: LockHolder, file: string): YinzhengError {
  return new YinzhengError(
    'index-locked',
    `Process ${pid} on ${host} has held ${file} since ${since}.`,
  );
}

async function linked(draft: string, file: string): Promise<boolean> {
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Of several that find the same dead lock, one succeeds in renaming it. */
async function removeDead(
  file: string,
  dead: LockHolder | 'unreadable',
  aside: string,
): Promise<void> {
  const isTheDeadOne = async (place: string) => {
    const found = await readHolder(place);
    return (
      found === dead ||
      (typeof found === 'object' && typeof dead === 'object' && found.token === dead.token)
    );
  };
  if (!(await isTheDeadOne(file))) return;
  try {
    await rename(file, aside);
  } catch {
    return;
  }
  // Another took the dead one and its place between our look and our rename: give it back.
  if (!(await isTheDeadOne(aside))) await linked(aside, file);
  // Whatever it is: also a folder of that name.
  await rm(aside, { recursive: true, force: true });
}

/** What processes that were killed while they took a lock have left behind. */
async function removeAbandonedDrafts(directory: string): Promise<void> {
  for (const name of await readdir(directory)) {
    const [, pid] = DRAFT.exec(name) ?? [];
    if (pid === undefined || isRunning(Number(pid))) continue;
    const file = path.join(directory, name);
    const holder = await readHolder(file);
    // A process on another machine may be writing it just now.
    const elsewhere = typeof holder === 'object' && !(await isOfThisMachine(holder));
    if (!elsewhere) await rm(file, { recursive: true, force: true });
  }
}
