// The way into every command of package.json. Plain JavaScript on Node's own modules, because on a
// fresh machine nothing is installed yet: it installs what is missing, builds what is stale, and
// hands over to the command. All its own words go to stderr, so that stdout belongs to the command.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const installedStamp = path.join(root, 'node_modules', '.yinzheng-installed');
const builtStamp = path.join(root, 'dist', 'web', '.built-from');

/** What each command runs, and whether it serves the web page. */
const commands = {
  start: { module: 'src/main.ts', needsWeb: true },
  index: { module: 'scripts/index.ts', needsWeb: false },
  ask: { module: 'scripts/ask.ts', needsWeb: false },
  summarize: { module: 'scripts/summarize.ts', needsWeb: false },
  evaluate: { module: 'lab/evaluate.ts', needsWeb: false },
  bench: { module: 'lab/bench.ts', needsWeb: false },
  test: { program: 'vitest', programArguments: ['run'], needsWeb: true },
};

function say(line) {
  process.stderr.write(`${line}\n`);
}

function giveUp(line) {
  say(line);
  process.exit(1);
}

/** SHA-256 over the names and the contents of files; folders are walked, missing ones skipped. */
function fingerprint(places) {
  const hash = createHash('sha256');
  const add = (place) => {
    const absolute = path.join(root, place);
    if (!existsSync(absolute)) return;
    let entries;
    try {
      entries = readdirSync(absolute).sort();
    } catch (error) {
      if (error.code !== 'ENOTDIR') throw error;
      hash.update(`${place}\0`).update(readFileSync(absolute));
      return;
    }
    for (const entry of entries) add(path.join(place, entry));
  };
  for (const place of places) add(place);
  return hash.digest('hex');
}

function stampHolds(stamp, expected) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === expected;
}

/** Runs one of npm's own commands with its output on stderr. */
function npm(...words) {
  const npmScript = process.env.npm_execpath;
  const [program, prefix] = npmScript?.endsWith('.js')
    ? [process.execPath, [npmScript]]
    : ['npm', []];
  return spawnSync(program, [...prefix, ...words], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    // A production NODE_ENV would leave out the packages that build the page.
    env: { ...process.env, NODE_ENV: '' },
    shell: program === 'npm' && process.platform === 'win32',
  });
}

function installWhatIsMissing() {
  // A native module is built for one Node ABI: another Node has to install again.
  const expected = `${fingerprint(['package-lock.json'])} ${process.versions.modules}`;
  if (stampHolds(installedStamp, expected)) return;
  say('Installing packages (once; hnswlib-node is compiled, which takes up to a minute) …');
  // Not `npm ci`: it refuses a lock file that lacks other systems' binaries, which npm leaves out
  // where the registry that the lock was made with did not hold them. `--no-save` keeps the lock.
  const { status } = npm(
    'install',
    '--no-save',
    '--include=dev',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  );
  const addon = path.join(root, 'node_modules/hnswlib-node/build/Release/addon.node');
  if (status !== 0 || !existsSync(addon)) {
    giveUp(
      'The packages could not be installed. Expected: Node 20.19 or later, a C++ toolchain ' +
        '(Debian: apt-get install g++ make python3; macOS: xcode-select --install) and a reachable ' +
        'npm registry. Correct what npm says above and run the command again.',
    );
  }
  writeFileSync(installedStamp, expected);
}

function buildWebWhenStale() {
  const expected = fingerprint(['web', 'src/core', 'package-lock.json']);
  if (stampHolds(builtStamp, expected)) return;
  say('Building the web page …');
  const { status } = npm('run', 'build:web', '--silent');
  if (status !== 0) giveUp('The web page could not be built; the reason stands above.');
  mkdirSync(path.dirname(builtStamp), { recursive: true });
  writeFileSync(builtStamp, expected);
}

const [name, ...words] = process.argv.slice(2);
const command = commands[name];
if (command === undefined) {
  say(`Expected one of ${Object.keys(commands).join(', ')}; got "${name ?? ''}".`);
  process.exit(2);
}
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  giveUp(`Node 20.19 or later was expected; this is ${process.version}. Install a newer Node.`);
}
installWhatIsMissing();
if (command.needsWeb) buildWebWhenStale();

if (command.module === undefined) {
  const program = path.join(root, 'node_modules', '.bin', command.program);
  const { status } = spawnSync(program, [...command.programArguments, ...words], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  process.exit(status ?? 1);
} else {
  // A reader that has seen enough (`| head`) is no failure.
  process.stdout.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
  // The command reads its own words from process.argv, as if it had been started directly.
  const file = path.join(root, command.module);
  process.argv.splice(1, process.argv.length - 1, file, ...words);
  const { register } = await import('tsx/esm/api');
  register();
  await import(pathToFileURL(file).href);
}
