import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const FOLDER = import.meta.dirname;
const STAMP = path.join(FOLDER, 'node_modules', '.installed');

/**
 * Installs the peers beside this script unless they are there. The bench runs without those that
 * cannot be installed, and says so in its table.
 * @param say takes a line for the person who waits
 */
export function installPeers(say: (line: string) => void): void {
  const lock = readFileSync(path.join(FOLDER, 'package-lock.json'));
  const hash = createHash('sha256').update(lock).digest('hex');
  // A native module is built for one Node ABI: another Node has to install again.
  const expected = `${hash} ${process.versions.modules}`;
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === expected) return;
  say('Installing the peers (once; better-sqlite3 may be compiled, which takes minutes) …');
  // Not `npm ci`, which refuses where a registry lacks the binaries for some other platform.
  const words = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync('npm', words, {
    cwd: FOLDER,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status === 0) writeFileSync(STAMP, expected);
  else say('Some peers could not be installed; the reason stands above. The others are measured.');
}
