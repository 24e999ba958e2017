import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const READY_WITHIN_MS = 60_000;

/** The real server on the seed articles, in a process of its own that can be killed. */
export interface ServedApplication {
  /** Stays the same over a restart. */
  readonly url: string;
  /** Its data folder. */
  readonly dataPath: string;
  /** Ends the process at once, as a crash would. */
  kill(): Promise<void>;
  /** Starts it again at the same address; resolves when it can answer. */
  start(): Promise<void>;
  /** Ends it and removes its index. */
  close(): Promise<void>;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return address.port;
}

/**
 * @param settings environment variables of the server, on top of no model and a new index
 * @param words of the command line; with `--no-index` it starts without articles
 */
export async function serveApplication(
  settings: Readonly<Record<string, string>> = {},
  words: readonly string[] = [],
): Promise<ServedApplication> {
  const dataPath = await mkdtemp(path.join(tmpdir(), 'yinzheng-web-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let server: ChildProcess | null = null;

  const application: ServedApplication = {
    url,
    dataPath,
    async kill() {
      const running = server;
      server = null;
      if (running === null || running.exitCode !== null) return;
      running.kill('SIGKILL');
      await once(running, 'exit');
    },
    async start() {
      let printed = '';
      const { PATH } = process.env;
      const started = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts', ...words], {
        env: {
          PATH,
          PORT: String(port),
          DATA_PATH: dataPath,
          LOG_LEVEL: 'warn',
          ...settings,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      server = started;
      for (const stream of [started.stdout, started.stderr]) {
        stream.on('data', (data: Buffer) => {
          printed += data.toString();
        });
      }
      const deadline = Date.now() + READY_WITHIN_MS;
      while (Date.now() < deadline && started.exitCode === null) {
        const answer = await fetch(
          `${url}/api/${words.includes('--no-index') ? 'health' : 'ready'}`,
        ).catch(() => null);
        if (answer?.ok === true) return;
        await delay(50);
      }
      throw new Error(`The server did not become ready. It printed:\n${printed}`);
    },
    async close() {
      await application.kill();
      await rm(dataPath, { recursive: true, force: true });
    },
  };
  await application.start();
  return application;
}
