import { randomUUID } from 'node:crypto';
import { link, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { YinzhengError } from '../core/errors.ts';
import {
  isAlive,
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
 * has ended is taken over.
 *
 * The lock appears whole or not at all: it is written beside and linked into place. A dead one is
 * first renamed, so that of two indexers that find it only one goes on; what is left of a race
 * between three is caught by `assertHeld`, and generations never share a folder.
 *
 * @throws {YinzhengError} `index-locked`, saying who holds it
 */
export async function acquireIndexLock(directory: string): Promise<IndexLock> {
  await mkdir(directory, { recursive: true });
  const file = path.join(directory, LOCK);
  const token = randomUUID();
  const draft = path.join(directory, `${LOCK}.${process.pid}.${token}`);
  try {
    const holder = await thisProcessAsHolder(token);
    await writeFile(draft, `${JSON.stringify(holder)}\n`, { flag: 'wx' });
    await linkWhenFree(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
  const lock = heldLock(file, token);
  await lock.assertHeld();
  await removeAbandonedDrafts(directory).catch(() => {});
  return lock;
}

async function linkWhenFree(draft: string, file: string): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (await linked(draft, file)) return;
    const holder = await readHolder(file);
    if (holder === 'gone') continue;
    if (holder !== 'unreadable' && (await isAlive(holder))) throw lockedError(holder, file);
    await removeDead(file, holder, `${draft}.dead`);
  }
  throw new YinzhengError('index-locked', `${file} keeps changing hands.`);
}

function heldLock(file: string, token: string): IndexLock {
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
      if (await isOurs()) await rm(file, { force: true }).catch(() => {});
    },
  };
}

function lockedError({ pid, host, since }: LockHolder, file: string): YinzhengError {
  const elsewhere =
    host === hostname() ? '' : ` If no indexer runs on ${host} any more, remove ${file}.`;
  return new YinzhengError(
    'index-locked',
    `Process ${pid} on ${host} has held ${file} since ${since}.${elsewhere}`,
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
  try {
    await rename(file, aside);
  } catch {
    return;
  }
  const moved = await readHolder(aside);
  const isTheDeadOne =
    moved === dead ||
    (typeof moved === 'object' && typeof dead === 'object' && moved.token === dead.token);
  // Another took the dead one and its place between our look and our rename: give it back.
  if (!isTheDeadOne) await linked(aside, file);
  await rm(aside, { force: true });
}

/** What processes that were killed while they took a lock have left behind. */
async function removeAbandonedDrafts(directory: string): Promise<void> {
  for (const name of await readdir(directory)) {
    const [, pid] = DRAFT.exec(name) ?? [];
    if (pid === undefined || isRunning(Number(pid))) continue;
    const file = path.join(directory, name);
    const holder = await readHolder(file);
    // A process on another machine may be writing it just now.
    const elsewhere = typeof holder === 'object' && holder.host !== hostname();
    if (!elsewhere) await rm(file, { force: true });
  }
}
