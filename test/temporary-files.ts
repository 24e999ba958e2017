import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const NAME = /^yinzheng-tests-(\d+)$/;

/**
 * Gives all tests of a run, and the processes they start, one temporary folder, and removes it with
 * all that is in it at the end, also when the run is interrupted. What a killed run left is removed
 * by the next.
 */
export default function setUp(): () => void {
  const parent = process.env['YINZHENG_TEMPORARY'] ?? tmpdir();
  process.env['YINZHENG_TEMPORARY'] = parent;
  for (const name of readdirSync(parent)) {
    const pid = Number(NAME.exec(name)?.[1]);
    if (pid > 0 && !isRunning(pid)) remove(path.join(parent, name));
  }
  const folder = path.join(parent, `yinzheng-tests-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  for (const variable of ['TMPDIR', 'TMP', 'TEMP']) process.env[variable] = folder;
  const tearDown = () => remove(folder);
  process.once('exit', tearDown);
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => process.exit(143));
  }
  return tearDown;
}

function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
