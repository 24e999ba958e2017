import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * Which of our own folders (or files at the top of `src/`) each one may import, itself aside.
 * This is the table of ARCHITECTURE.md; change both together.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: [],
  language: ['core'],
  question: ['core', 'language'],
  ingest: ['core', 'language'],
  models: ['core', 'language'],
  index: ['core', 'language'],
  search: ['core', 'language', 'question'],
  answer: ['core', 'language', 'question'],
  events: ['core', 'language', 'question'],
  serve: ['core'],
  // Composition: the only folder that chooses implementations.
  app: [
    'core',
    'language',
    'question',
    'ingest',
    'models',
    'index',
    'search',
    'answer',
    'events',
    'serve',
  ],
  // What other programs import.
  library: ['core', 'app', 'serve'],
  'main.ts': ['core', 'app'],
  scripts: ['core', 'app', 'main.ts'],
  // It measures the stages one by one; nothing in `src/` may import it.
  lab: ['*'],
};

const root = path.resolve(import.meta.dirname, '../..');

interface ImportLine {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

function isAllowed(allowed: readonly string[], to: string): boolean {
  return allowed.some(
    (name) => name === to || (name.endsWith('*') && to.startsWith(name.slice(0, -1))),
  );
}

function typeScriptFiles(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('node_modules'))
    .map((name) => path.join(folder, name));
}

/** `src/language/dates/dates.ts` belongs to `language`, `src/main.ts` to `main.ts`, `scripts/ask.ts` to `scripts`. */
function partOf(file: string): string {
  const [top = '', second = ''] = file.split(path.sep);
  return top === 'src' ? second : top;
}

function importSpecifiers(file: string): string[] {
  const source = readFileSync(path.join(root, file), 'utf8');
  const pattern =
    /(?:^|\n)\s*(?:import|export)\b[^'";]*?from\s*['"]([^'"]+)['"]|(?:\bimport\s*\(\s*|^import\s+)['"]([^'"]+)['"]/gm;
  return [...source.matchAll(pattern)].map((match) => match[1] ?? match[2] ?? '');
}

function ownImports(file: string): ImportLine[] {
  return importSpecifiers(file)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => ({
      file,
      from: partOf(file),
      to: partOf(path.join(path.dirname(file), specifier)),
    }));
}

const files = ['src', 'scripts', 'lab'].flatMap(typeScriptFiles);

describe('the directions of imports', () => {
  it('sees the files and their imports', () => {
    expect(files.length).toBeGreaterThan(10);
    expect(files.flatMap(ownImports).length).toBeGreaterThan(10);
  });

  it('follows the table: stages meet through core/ only', () => {
    const broken = files
      .flatMap(ownImports)
      .filter(({ from, to }) => from !== to)
      .filter(({ from, to }) => {
        const allowed = MAY_IMPORT[from];
        return allowed === undefined || !isAllowed(allowed, to);
      })
      .map(({ file, to }) => `${file} imports ${to}`);
    expect(broken).toEqual([]);
  });

  it('keeps the environment to config.ts', () => {
    const readers = files.filter(
      (file) =>
        !file.startsWith('lab') &&
        /process\.env|import\.meta\.env/.test(readFileSync(path.join(root, file), 'utf8')) &&
        file !== path.join('src', 'app', 'config.ts'),
    );
    expect(readers).toEqual([]);
  });

  it('keeps src free of barrel files', () => {
    expect(files.filter((file) => file.startsWith('src') && /[\\/]index\.ts$/.test(file))).toEqual(
      [],
    );
  });

  it('lets web/ take from core/ types, and the code of blocks', () => {
    const broken = typeScriptFiles('web').flatMap((file) => {
      const source = readFileSync(path.join(root, file), 'utf8');
      const outside = [
        ...source.matchAll(/import\s+(type\s+)?[^;]*?from\s*['"]((?:\.\.\/)+src\/[^'"]+)['"]/g),
      ];
      return outside
        .filter(
          ([, isType, from = '']) =>
            !/\/src\/core\//.test(from) ||
            (isType === undefined && !/\/block(?:-markdown)?\.ts$/.test(from)),
        )
        .map((match) => `${file}: ${match[0]}`);
    });
    expect(broken).toEqual([]);
  });
});
