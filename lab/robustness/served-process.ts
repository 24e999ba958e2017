import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { mkdtemp, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A server in a process of its own. */
export interface ServedProcess {
  readonly url: string;
  /** Where its index is. */
  readonly dataPath: string;
  /** What it wrote to standard error so far. */
  readonly log: string;
  readonly isRunning: boolean;
  /** Megabytes of memory it has, or null where the system does not say. */
  memoryMb(): Promise<number | null>;
  /** Milliseconds it took to end after SIGTERM. */
  stop(): Promise<number>;
}

const ROOT = path.resolve(import.meta.dirname, '../..');
const READY_WITHIN_MS = 120_000;

/**
 * Starts a server on the seeds, in a new folder that is removed when it stops or this process ends,
 * or on an index.
 * @param settings environment variables of the server: it gets no others
 */
export async function startServedProcess(
  dataPath: string | null,
  settings: Readonly<Record<string, string>> = {},
): Promise<ServedProcess> {
  const temporary = dataPath === null ? await mkdtemp(path.join(tmpdir(), 'yinzheng-lab-')) : null;
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    cwd: ROOT,
    env: {
      PORT: String(port),
      DATA_PATH: temporary ?? dataPath ?? '',
      // Nothing is there: an index that was given is served as it is.
      ...(dataPath === null ? {} : { ARTICLES_PATH: path.join(dataPath, 'no-articles') }),
      ...settings,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const clear = () => {
    child.kill('SIGKILL');
    if (temporary !== null) rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
  };
  process.once('exit', clear);
  let log = '';
  child.stderr?.on('data', (bytes: Buffer) => {
    log += bytes.toString('utf8');
  });
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  const stop = async (): Promise<number> => {
    const began = performance.now();
    if (isRunning()) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    const stoppedMs = performance.now() - began;
    process.off('exit', clear);
    clear();
    return stoppedMs;
  };
  const until = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const ready = await fetch(`${url}/api/ready`).catch(() => null);
    if (ready?.ok === true) break;
    if (!isRunning() || Date.now() > until) {
      await stop();
      throw new Error(`The server did not become ready. It wrote:\n${log}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    url,
    dataPath: temporary ?? dataPath ?? '',
    get log() {
      return log;
    },
    get isRunning() {
      return isRunning();
    },
    async memoryMb() {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
      const kilobytes = /VmRSS:\s+(\d+)/u.exec(status)?.[1];
      return kilobytes === undefined ? null : Number(kilobytes) / 1024;
    },
    stop,
  };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string')
    throw new Error('Expected a port; got none.');
  return address.port;
}
