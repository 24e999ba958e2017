// The way into every command of package.json. Plain JavaScript on Node's own modules, because on a
// fresh machine nothing is installed yet: it installs what is missing, builds what is stale, and
// hands over to the command. All its own words go to stderr, so that stdout belongs to the command.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import module from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const dist = path.join(root, 'dist');
const webStamp = path.join(dist, 'web', '.built-from');

/** Commands that are built, and those that serve the page. */
const built = {
  start: { source: 'src/main.ts', words: [], needsWeb: true },
  serve: { source: 'src/main.ts', words: ['--no-index'], needsWeb: true },
  index: { source: 'scripts/index.ts', words: [], needsWeb: false, isLarge: true },
  ask: { source: 'scripts/ask.ts', words: [], needsWeb: false },
  summarize: { source: 'scripts/summarize.ts', words: [], needsWeb: false },
  mcp: { source: 'scripts/mcp.ts', words: [], needsWeb: false },
};

/** Commands for those who work on the project; they run from the sources. */
const unbuilt = {
  evaluate: 'lab/evaluate.ts',
  bench: 'lab/bench.ts',
  fuzz: 'lab/fuzz.ts',
  soak: 'lab/soak.ts',
  'measure-start': 'lab/measure-start.ts',
};

/** The code that articles are read with: when it changes, a start reads them again. */
const READING = ['src/core', 'src/ingest', 'src/language'];

/** Milliseconds between two looks at whether the process that started this one is there. */
const PARENT_INTERVAL = 250;

function say(line) {
  process.stderr.write(`${line}\n`);
}

function giveUp(line) {
  say(line);
  process.exit(1);
}

/** SHA-256 over the names and the contents of source files; data and pictures are not built. */
function fingerprint(places) {
  const hash = createHash('sha256');
  const addFolder = (folder) => {
    const entries = readdirSync(path.join(root, folder), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const place = `${folder}/${entry.name}`;
      if (!entry.isDirectory())
        hash.update(`${place}\0`).update(readFileSync(path.join(root, place)));
      else if (entry.name !== 'data' && entry.name !== 'screenshots') addFolder(place);
    }
  };
  for (const place of places) addFolder(place);
  return hash.update(readFileSync(path.join(root, 'package-lock.json'))).digest('hex');
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

/**
 * Whether npm has installed what the lock file asks for, by npm's own note of what it installed.
 * Packages for other systems, and those that may be absent, do not count.
 */
function isInstalled({ withDevelopment }) {
  const read = (file) => JSON.parse(readFileSync(path.join(root, file), 'utf8')).packages;
  let there;
  try {
    there = read('node_modules/.package-lock.json');
  } catch {
    return false;
  }
  return Object.entries(read('package-lock.json')).every(([place, wanted]) => {
    const needed = place !== '' && !wanted.optional && !wanted.devOptional && !wanted.peer;
    if (!needed || (wanted.dev && !withDevelopment)) return true;
    return there[place]?.version === wanted.version;
  });
}

function installWhatIsMissing({ withDevelopment }) {
  if (isInstalled({ withDevelopment })) return;
  say('Installing packages (once; hnswlib-node is compiled, which takes up to a minute) …');
  const { status } = npm('ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error');
  if (status !== 0) {
    giveUp(
      'The packages could not be installed. Expected: Node 20.19 or later and a reachable npm ' +
        'registry. Correct what npm says above and run the command again.',
    );
  }
}

/** The folder of the built commands, one for each state of the sources. */
async function buildWhenStale() {
  const folder = path.join(dist, `app-${fingerprint(['src', 'scripts']).slice(0, 16)}`);
  if (existsSync(folder)) return folder;
  installWhatIsMissing({ withDevelopment: true });
  say('Building …');
  const { buildApp } = await import('./build-app.mjs');
  const entries = Object.fromEntries(
    Object.values(built).map(({ source }) => [nameOf(source), source]),
  );
  const reading = fingerprint(READING).slice(0, 16);
  await buildApp({ root, folder, entries, reading });
  return folder;
}

function buildWebWhenStale() {
  const expected = fingerprint(['web', 'src/core']);
  if (existsSync(webStamp) && readFileSync(webStamp, 'utf8') === expected) return;
  installWhatIsMissing({ withDevelopment: true });
  say('Building the web page …');
  const { status } = npm('run', 'build:web', '--silent');
  if (status !== 0) giveUp('The web page could not be built; the reason stands above.');
  mkdirSync(path.dirname(webStamp), { recursive: true });
  writeFileSync(webStamp, expected);
}

function nameOf(source) {
  return path.basename(source, '.ts');
}

/**
 * npm's shell keeps signals to itself: it ends and leaves this process behind. Its end is the signal.
 */
function endWithParent(end) {
  if (process.env.npm_lifecycle_event === undefined && !isSaving) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) end();
  }, PARENT_INTERVAL).unref();
}

/**
 * Where the test runner can load the project from. Vite takes what follows a # or a ? for no part of
 * a file's name, so a project in such a folder is tested in a copy, which is removed afterwards.
 */
function folderForTests() {
  if (!/[#?]/u.test(root)) return root;
  const copy = mkdtempSync(path.join(tmpdir(), 'yinzheng-copy-'));
  process.once('exit', () => rmSync(copy, { recursive: true, force: true, maxRetries: 5 }));
  say(
    `The test runner cannot load files from a folder with # or ? in its name: it runs in ${copy}.`,
  );
  const leftOut = ['.git', '.yinzheng', '.env'];
  for (const entry of readdirSync(root).filter((name) => !leftOut.includes(name))) {
    cpSync(path.join(root, entry), path.join(copy, entry), {
      recursive: true,
      verbatimSymlinks: true,
    });
  }
  return copy;
}

/**
 * How Node runs a command that fills memory: with a small space for new objects, which can be chosen
 * only before a process starts, and apart from the builder, which keeps some 300 MB.
 */
const SAVING = '--max-semi-space-size=4';
const isSaving = process.execArgv.includes(SAVING);

/**
 * Runs a program in this one's place: it gets the signals, and its exit code is ours.
 * @param isApart whether the program has a process group of its own, so that an interrupt at the
 *   terminal reaches it once
 */
function become(program, words, { cwd, isApart = false } = {}) {
  const child = spawn(program, words, {
    cwd,
    stdio: 'inherit',
    detached: isApart,
    shell: process.platform === 'win32',
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal));
  }
  endWithParent(() => child.kill('SIGTERM'));
  child.on('error', (error) => giveUp(`${program} could not be started: ${error.message}.`));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
}

/** Goes on to a module, which reads its words from process.argv as if it had been started directly. */
async function goOnTo(file, words) {
  // A reader that has seen enough (`| head`) is no failure.
  process.stdout.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
  endWithParent(() => process.kill(process.pid, 'SIGTERM'));
  // npm runs commands in the project; paths on the command line count from where its user stands.
  const { INIT_CWD: origin } = process.env;
  if (origin !== undefined && process.cwd() === root && existsSync(origin)) process.chdir(origin);
  process.argv.splice(1, process.argv.length - 1, file, ...words);
  await import(pathToFileURL(file).href);
}

const [name, ...words] = process.argv.slice(2);
const names = [...Object.keys(built), ...Object.keys(unbuilt), 'test'];
if (!names.includes(name)) {
  say(`Expected one of ${names.join(', ')}; got "${name ?? ''}".`);
  process.exit(2);
}
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  giveUp(`Node 20.19 or later was expected; this is ${process.version}. Install a newer Node.`);
}

const command = built[name];
installWhatIsMissing({ withDevelopment: command === undefined });
if (command !== undefined) {
  if (command.needsWeb) buildWebWhenStale();
  const folder = await buildWhenStale();
  if (command.isLarge && process.platform === 'linux' && !isSaving) {
    const again = [SAVING, fileURLToPath(import.meta.url), ...process.argv.slice(2)];
    become(process.execPath, again, { isApart: true });
  } else {
    // What V8 makes of the built code is kept, where Node can (22.1 and later).
    module.enableCompileCache?.(path.join(dist, 'compile-cache'));
    await goOnTo(path.join(folder, `${nameOf(command.source)}.js`), [...command.words, ...words]);
  }
} else if (name === 'test') {
  buildWebWhenStale();
  await buildWhenStale();
  const folder = folderForTests();
  become(path.join(folder, 'node_modules', '.bin', 'vitest'), ['run', ...words], { cwd: folder });
} else {
  const { register } = await import('tsx/esm/api');
  register();
  await goOnTo(path.join(root, unbuilt[name]), words);
}
