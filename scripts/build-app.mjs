// Builds commands as plain JavaScript, with the packages they use, so that a start loads ten files
// instead of seven hundred and compiles no TypeScript. Tests run the sources.
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { rolldown } from 'rolldown';

/** Compiled for one system each; found in node_modules when the command runs. */
const EXTERNAL = ['@node-rs/jieba', 'hnswlib-node'];

/** Builds kept, the new one included: a server that runs an older one may still load a part of it. */
const BUILDS_KEPT = 2;

/** `new URL('./data/words.txt', import.meta.url)`: how the sources name files beside them. */
const FILE_BESIDE = /new URL\(\s*(['"])(\.{1,2}\/[^'"]+)\1\s*,\s*import\.meta\.url\s*,?\s*\)/gu;

/** What may still ask where the built module is: it looks for packages, which are found from there too. */
const REQUIRE_FROM_HERE = /createRequire\(import\.meta\.url\)/gu;

/**
 * Files beside a module are used where they are, seen from the folder that is built; those that are
 * modules, which threads begin with, are built as well.
 * @param home what takes the place of the root when the code runs
 * @param onFile told of each file or folder that is used
 */
export function filesBesideModules(root, folder, { home = root, onFile = () => {} } = {}) {
  const seenFromBuild = (file) =>
    path
      .relative(folder, path.join(home, path.relative(root, file)))
      .split(path.sep)
      .join('/');
  return {
    name: 'files-beside-modules',
    transform(code, id) {
      const isOurs = id.startsWith(root + path.sep) && !id.includes('node_modules');
      if (!isOurs || !code.includes('import.meta')) return;
      const directory = path.dirname(id);
      const left = code.replace(FILE_BESIDE, '').replace(REQUIRE_FROM_HERE, '');
      if (left.includes('import.meta.url')) {
        throw new Error(
          `Expected ${id} to name files as new URL('./NAME', import.meta.url), got another form. ` +
            'Write it so, since the built module stands elsewhere.',
        );
      }
      return code
        .replace(FILE_BESIDE, (_, _quote, relative) => {
          const file = path.join(directory, relative);
          if (!file.endsWith('.ts')) {
            onFile(file);
            return `new URL(${JSON.stringify(encodeURI(seenFromBuild(file)))}, import.meta.url)`;
          }
          const module = this.emitFile({ type: 'chunk', id: file, preserveSignature: 'strict' });
          return `new URL(import.meta.ROLLUP_FILE_URL_${module})`;
        })
        .replaceAll(
          'import.meta.dirname',
          `(import.meta.dirname + ${JSON.stringify(`/${seenFromBuild(directory)}`)})`,
        );
    },
  };
}

/**
 * @param root of the project
 * @param folder to build, two levels below the root; it appears whole or not at all
 * @param entries sources by the names that the built files get
 * @param reading identifies the code that articles are read with
 */
export async function buildApp({ root, folder, entries, reading }) {
  const draft = `${folder}.${process.pid}`;
  const bundle = await rolldown({
    cwd: root,
    input: entries,
    platform: 'node',
    external: EXTERNAL,
    plugins: [filesBesideModules(root, draft)],
    transform: { define: { __READING_CODE__: JSON.stringify(reading) } },
    logLevel: 'warn',
  });
  try {
    await bundle.write({
      dir: draft,
      format: 'esm',
      entryFileNames: '[name].js',
      chunkFileNames: '[name]-[hash].js',
      keepNames: true,
    });
    renameSync(draft, folder);
  } catch (error) {
    // Another command may have built the same meanwhile.
    if (!existsSync(folder)) throw error;
  } finally {
    await bundle.close();
    rmSync(draft, { recursive: true, force: true });
  }
  removeOldBuilds(path.dirname(folder), path.basename(folder));
}

function removeOldBuilds(parent, newest) {
  const old = readdirSync(parent)
    .filter((name) => /^app-[0-9a-f]+$/u.test(name) && name !== newest)
    .map((name) => path.join(parent, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const folder of old.slice(BUILDS_KEPT - 1)) rmSync(folder, { recursive: true, force: true });
}
