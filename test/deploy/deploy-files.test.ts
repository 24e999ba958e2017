import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from '../../src/app/config.ts';
import { temporaryDirectory } from '../index/temporary-directory.ts';

const PROJECT = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(PROJECT, file), 'utf8');

const FILES = [
  'Dockerfile',
  'compose.yaml',
  'docs/deploy.md',
  'SECURITY.md',
  'README.md',
  'README.zh-CN.md',
  '.github/workflows/ci.yml',
];

const settings = Object.keys(parseEnv(read('.env.example')));
const packageFile = JSON.parse(read('package.json')) as {
  scripts: Record<string, string>;
  engines: { node: string };
};

/** Variables of other programs, and those of compose itself. */
const FOREIGN = new Set([
  'NODE_ENV',
  'YINZHENG_API_KEY',
  'OLLAMA_MODEL',
  'OPENAI_API_BASE_URLS',
  'OPENAI_API_KEYS',
  'ENABLE_OLLAMA_API',
  'TASK_MODEL_EXTERNAL',
]);

interface Service {
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly depends_on?: readonly string[];
  readonly build?: string;
}

const compose = parse(read('compose.yaml')) as {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
};

describe('what is said about running a server', () => {
  it.each(FILES)('%s names scripts of package.json alone', (file) => {
    const named = [...read(file).matchAll(/\bnpm run (?:--\S+ )*([\w:-]+)/gu)].map(
      ([, script = '']) => script,
    );
    for (const script of named) expect(Object.keys(packageFile.scripts)).toContain(script);
  });

  it.each(FILES)('%s names commands and files that there are', (file) => {
    const text = read(file);
    for (const [, command = ''] of text.matchAll(/scripts\/run\.mjs"?,? "?(\w+)/gu)) {
      expect(packageFile.scripts[command]).toBe(`node scripts/run.mjs ${command}`);
    }
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/gu)].map(([, link = '']) =>
      path.resolve(PROJECT, path.dirname(file), link),
    );
    for (const link of links) expect(existsSync(link), link).toBe(true);
  });

  it.each(FILES)('%s names settings that there are', (file) => {
    const named = [
      ...read(file).matchAll(
        /`([A-Z]{2,}(?:_[A-Z]+)+|HOST|PORT)\b[^`]*`|^\s*([A-Z]+(?:_[A-Z]+)+)[=:]/gmu,
      ),
    ].map(([, quoted, set]) => quoted ?? set ?? '');
    for (const name of named) {
      expect(settings.includes(name) || FOREIGN.has(name), `${name} in ${file}`).toBe(true);
    }
  });

  it('documents every metric there is, and no other', () => {
    const made = [
      ...read('src/serve/metrics.ts').matchAll(/name: [`'](yinzheng_[\w$]+?)[`'{]/gu),
    ].map(([, name = '']) => name);
    const told = new Set(
      [...read('docs/deploy.md').matchAll(/`(yinzheng_\w+)`/gu)].map(([, name = '']) => name),
    );
    expect(made.length).toBeGreaterThan(4);
    for (const name of told) {
      expect(
        made.some((one) => name.startsWith(one.replace(/\$$/u, ''))),
        name,
      ).toBe(true);
    }
    for (const name of made.filter((one) => !one.endsWith('$'))) expect([...told]).toContain(name);
  });
});

describe('the lock file', () => {
  it('has what npm ci installs, for every system', () => {
    const folder = temporaryDirectory();
    for (const file of ['package.json', 'package-lock.json'])
      copyFileSync(path.join(PROJECT, file), path.join(folder, file));
    const words = ['ci', '--dry-run', '--offline', '--ignore-scripts', '--no-audit', '--no-fund'];
    const { status, stderr } = spawnSync('npm', words, {
      cwd: folder,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    expect(stderr).not.toContain('Missing:');
    expect(status).toBe(0);
  });
});

describe('the image', () => {
  const lines = read('Dockerfile').replace(/\\\n/gu, ' ').split('\n');
  const environment = Object.fromEntries(
    lines
      .filter((line) => line.startsWith('ENV '))
      .flatMap((line) => line.slice(4).split(/\s+/u))
      .map((pair) => pair.split('=', 2) as [string, string]),
  );

  it('copies what there is, and listens where it says', () => {
    const copied = lines
      .filter((line) => /^COPY (?!--from)/u.test(line))
      .flatMap((line) => line.split(/\s+/u).slice(1, -1));
    for (const file of copied) expect(existsSync(path.join(PROJECT, file)), file).toBe(true);
    const { server, dataPath } = readConfig(environment, '/app');
    expect(lines).toContain(`EXPOSE ${server.port}`);
    expect(lines).toContain(`VOLUME ${dataPath}`);
    expect(server.host).toBe('0.0.0.0');
    expect(server.port).toBe(readConfig({}, '/app').server.port);
  });

  it('takes a Node that the project takes', () => {
    const [least = 0] = packageFile.engines.node.match(/\d+/u)?.map(Number) ?? [];
    const used = lines.flatMap((line) => /^FROM node:(\d+)/u.exec(line)?.[1] ?? []).map(Number);
    expect(used.length).toBe(2);
    for (const version of used) expect(version).toBeGreaterThanOrEqual(least);
    const { node } = parse(read('.github/workflows/ci.yml')).jobs.test.strategy.matrix;
    expect(Math.min(...node)).toBe(least);
    expect(node).toContain(used[0]);
  });

  it('leaves keys and indexes of this machine behind', () => {
    const left = read('.dockerignore').split('\n');
    for (const name of ['.env', '.yinzheng', 'node_modules', 'dist', '.git']) {
      expect(left).toContain(name);
    }
  });
});

describe('compose.yaml', () => {
  it('has every volume and service it names', () => {
    for (const { volumes = [], depends_on = [] } of Object.values(compose.services)) {
      for (const volume of volumes) {
        const [source = ''] = volume.split(':');
        if (!source.startsWith('.')) expect(Object.keys(compose.volumes)).toContain(source);
      }
      for (const service of depends_on) expect(Object.keys(compose.services)).toContain(service);
    }
  });

  it('publishes the port that the server listens on, to this machine alone', () => {
    const { yinzheng } = compose.services;
    const { port } = readConfig(yinzheng?.environment ?? {}, '/app').server;
    for (const { ports = [] } of Object.values(compose.services)) {
      for (const published of ports) expect(published).toMatch(/^127\.0\.0\.1:/u);
    }
    expect(yinzheng?.ports).toContain(`127.0.0.1:${port}:${port}`);
    const urls = compose.services['open-webui']?.environment?.['OPENAI_API_BASE_URLS']?.split(';');
    expect(urls).toContain(`http://yinzheng:${port}/v1`);
  });

  it('builds this project and sets what it knows', () => {
    const { yinzheng } = compose.services;
    expect(yinzheng?.build).toBe('.');
    for (const name of Object.keys(yinzheng?.environment ?? {})) expect(settings).toContain(name);
    for (const service of Object.values(compose.services)) {
      for (const value of Object.values(service.environment ?? {})) {
        for (const [, name = ''] of value.matchAll(/\$\{([A-Z_]+)/gu)) {
          expect(settings.includes(name) || FOREIGN.has(name), name).toBe(true);
        }
      }
    }
  });
});
