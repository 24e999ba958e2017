import { readFile, readlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { z } from 'zod';

const holderSchema = z.object({
  /** Another for every lock that is taken. */
  token: z.string(),
  pid: z.number().int().positive(),
  host: z.string(),
  /** ISO 8601 UTC. */
  since: z.string(),
  /** When the process began, in the system's own count, to tell it from a later one of that pid. */
  processStart: z.string().nullable(),
  /** Where process numbers mean the same: containers count for themselves. Null where unknown. */
  namespace: z.string().nullable().default(null),
});

/** Who holds a lock, or wants to. */
export type LockHolder = z.infer<typeof holderSchema>;

export async function thisProcessAsHolder(token: string): Promise<LockHolder> {
  const { pid } = process;
  const since = new Date().toISOString();
  return {
    token,
    pid,
    host: hostname(),
    since,
    processStart: await processStart(pid),
    namespace: await processNamespace(),
  };
}

/** What a lock file says; `gone` when there is none any more. */
export async function readHolder(file: string): Promise<LockHolder | 'gone' | 'unreadable'> {
  try {
    const holder = holderSchema.safeParse(JSON.parse(await readFile(file, 'utf8')));
    return holder.data ?? 'unreadable';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'gone' : 'unreadable';
  }
}

/** Whether a holder is of this machine, and of this container: others' numbers tell nothing here. */
export async function isOfThisMachine({ host, namespace }: LockHolder): Promise<boolean> {
  if (host !== hostname()) return false;
  const ours = await processNamespace();
  return namespace === null || ours === null || namespace === ours;
}

/** Whether a process of this machine still runs, and is not a later one of its number. */
export async function isAlive({ pid, processStart: start }: LockHolder): Promise<boolean> {
  if (!isRunning(pid)) return false;
  const now = await processStart(pid);
  return start === null || now === null || start === now;
}

/** Whether this machine runs a process of that number, ours or another user's. */
export function isRunning(pid: number): boolean {
  // To a signal, 0 and less are groups of processes.
  if (pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Field 22 of /proc/PID/stat with the boot's id: together they belong to one process only. Null
 * where the system does not tell.
 */
async function processStart(pid: number): Promise<string | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    // The name in field 2 may hold spaces; it ends at the last parenthesis.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return `${boot.trim()} ${fields[19]}`;
  } catch {
    return null;
  }
}

async function processNamespace(): Promise<string | null> {
  return await readlink('/proc/self/ns/pid').catch(() => null);
}
