import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect } from 'vitest';
import type { Answer } from '../../src/core/answer.ts';

export const PROJECT = path.resolve(import.meta.dirname, '../..');

/** A server as the commands of package.json run it, on a free port. */
export interface StartedServer {
  readonly url: string;
  readonly output: string;
  /** Of the process that was started. */
  readonly pid: number;
  /** Sends a signal, and gives the exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

export interface StartSettings {
  readonly environment: Readonly<Record<string, string>>;
  /** What is run; `npm start` without npm where absent. */
  readonly command?: readonly [string, ...string[]];
  /** Folder of the project. */
  readonly cwd?: string;
}

/** The environment of a command over folders of its own, without a model. */
export function commandEnvironment(settings: Readonly<Record<string, string>>) {
  // A test is run by npm, whose variables say where its user stands.
  const { INIT_CWD: _, npm_lifecycle_event: __, ARTICLES_PATH: ___, ...ours } = process.env;
  const fresh = { HOST: '127.0.0.1', PORT: '0', OPENAI_API_KEY: '', OPENAI_BASE_URL: '' };
  return { ...ours, ...fresh, ...settings };
}

/**
 * Starts a server, and resolves when it says where it answers.
 * @throws Error with its exit code and what it printed, when it ends before
 */
export async function startServer(settings: StartSettings): Promise<StartedServer> {
  const { environment, command, cwd = PROJECT } = settings;
  const [program, ...words] = command ?? [process.execPath, 'scripts/run.mjs', 'start'];
  const child: ChildProcess = spawn(program, words, {
    cwd,
    env: commandEnvironment(environment),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    const collect = (data: Buffer) => {
      output += data.toString('utf8');
      const address = /answers at (http:\S+)/.exec(output)?.[1];
      if (address !== undefined) resolve(address);
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${output}`)));
  });
  return {
    url,
    get output() {
      return output;
    },
    pid: child.pid ?? 0,
    async stop(signal = 'SIGTERM') {
      if (child.exitCode !== null) return child.exitCode;
      const ended = once(child, 'exit');
      child.kill(signal);
      const [code] = await ended;
      return code;
    },
  };
}

/** Runs a command to its end. */
export async function runCommand(
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
  cwd = PROJECT,
): Promise<{ readonly code: number | null; readonly output: string }> {
  const child = spawn(process.execPath, [path.join(PROJECT, 'scripts/run.mjs'), ...words], {
    cwd,
    env: commandEnvironment(environment),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data: Buffer) => {
      output += data.toString('utf8');
    });
  }
  const [code] = await once(child, 'exit');
  return { code, output };
}

/** Asks a server one question. */
export async function ask(url: string, question: string): Promise<Answer> {
  const response = await fetch(`${url}/api/chat`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ messages: [{ role: 'user', content: question }], stream: false }),
  });
  expect(response.status).toBe(200);
  return (await response.json()) as Answer;
}
