import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const ADDRESS = /https?:\/\/[\d.]+:\d+/u;
/** Milliseconds after which a server that says no address is given up. */
const START_TIMEOUT = 120_000;
const MEGABYTE = 1024;

/** A server of its own, as `npm run serve` runs it. */
export interface ServerProcess {
  readonly url: string;
  /** Milliseconds from the start of the process to its address. */
  readonly readyAfter: number;
  /** Resident memory now, in MB; 0 where the system does not tell. */
  megabytes(): number;
  stop(): Promise<void>;
}

/**
 * Starts a server on a free port of this machine.
 * @param dataPath folder of its index; null for the configured one
 * @throws Error with what it printed, where it does not come up
 */
export async function startServerProcess(dataPath: string | null): Promise<ServerProcess> {
  const started = performance.now();
  const child = spawn(process.execPath, [path.join(ROOT, 'scripts/run.mjs'), 'serve'], {
    cwd: ROOT,
    env: {
      ...process.env,
      PORT: '0',
      LOG_LEVEL: 'silent',
      ...(dataPath === null ? {} : { DATA_PATH: path.resolve(dataPath) }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await addressOf(child);
  return {
    url,
    readyAfter: performance.now() - started,
    megabytes: () => residentMegabytes(child.pid),
    async stop() {
      if (child.exitCode !== null) return;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const timer = setTimeout(() => fail('it said no address in time'), START_TIMEOUT);
    const fail = (reason: string) => {
      clearTimeout(timer);
      child.kill();
      reject(new Error(`The server did not start: ${reason}.\n${printed}`));
    };
    for (const stream of [child.stdout, child.stderr]) {
      if (stream === null) continue;
      createInterface({ input: stream }).on('line', (line) => {
        printed += `${line}\n`;
        const found = ADDRESS.exec(line)?.[0];
        if (found === undefined) return;
        clearTimeout(timer);
        resolve(found);
      });
    }
    child.once('exit', (code) => fail(`it ended with exit code ${code}`));
  });
}

function residentMegabytes(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/u.exec(status)?.[1] ?? 0) / MEGABYTE;
  } catch {
    return 0;
  }
}
