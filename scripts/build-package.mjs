// Builds what `npm pack` takes: the entries that other programs import, the command, the page, the data
// and the types, in dist/package. Packages that it depends on stay packages.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { rolldown } from 'rolldown';
import { filesBesideModules } from './build-app.mjs';

const root = path.resolve(import.meta.dirname, '..');
const home = path.join(root, 'dist', 'package');
const folder = path.join(home, 'lib');
const types = path.join(home, 'types');

const ENTRIES = {
  collection: 'src/library/collection.ts',
  langchain: 'src/library/langchain.ts',
  server: 'src/library/server.ts',
  yinzheng: 'scripts/yinzheng.ts',
};

/** Runs a program of the project's packages with its output on stderr. */
function run(program, words) {
  const file = path.join(root, 'node_modules', '.bin', program);
  const { status } = spawnSync(file, words, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`${program} ended with ${status}; the reason stands above.`);
}

async function buildCode() {
  const files = new Set();
  const isPackage = (id) => !id.startsWith('.') && !path.isAbsolute(id) && !id.startsWith('\0');
  const bundle = await rolldown({
    cwd: root,
    input: ENTRIES,
    platform: 'node',
    external: (id) => isPackage(id) && !Object.values(ENTRIES).includes(id),
    plugins: [filesBesideModules(root, folder, { home, onFile: (file) => files.add(file) })],
    transform: { define: { __READING_CODE__: JSON.stringify(version), __INSTALLED__: 'true' } },
    logLevel: 'warn',
  });
  await bundle.write({
    dir: folder,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    keepNames: true,
  });
  await bundle.close();
  for (const file of files) {
    // What begins threads from the sources is no part of a build.
    if (file.endsWith('start-thread.mjs')) continue;
    // Origins and licences of data stand beside it.
    const whole = path.basename(path.dirname(file)) === 'data' ? path.dirname(file) : file;
    cpSync(whole, path.join(home, path.relative(root, whole)), { recursive: true });
  }
}

/** Declarations of the entries, and of what they mention alone. */
function buildTypes() {
  run('tsc', ['--project', 'tsconfig.package.json']);
  const needed = new Set();
  const follow = (file) => {
    if (needed.has(file)) return;
    needed.add(file);
    const code = readFileSync(file, 'utf8');
    const written = code.replace(/(['"])(\.{1,2}\/[^'"]+)\.ts\1/gu, '$1$2.js$1');
    if (written !== code) writeFileSync(file, written);
    for (const [, name] of written.matchAll(/['"](\.{1,2}\/[^'"]+)\.js['"]/gu)) {
      follow(`${path.resolve(path.dirname(file), name)}.d.ts`);
    }
  };
  for (const entry of ['collection', 'langchain', 'server']) {
    follow(path.join(types, 'src', 'library', `${entry}.d.ts`));
  }
  for (const name of readdirSync(types, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(types, name);
    if (name.endsWith('.ts') && !needed.has(file)) rmSync(file);
  }
}

const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
rmSync(home, { recursive: true, force: true });
mkdirSync(home, { recursive: true });
run('vite', [
  'build',
  '--config',
  'web/vite.config.ts',
  '--logLevel',
  'warn',
  '--outDir',
  path.join(home, 'dist', 'web'),
]);
await buildCode();
buildTypes();
cpSync(path.join(root, 'seeds'), path.join(home, 'seeds'), { recursive: true });
