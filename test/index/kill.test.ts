import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { YinzhengError } from '../../src/core/errors.ts';
import type { SearchIndex } from '../../src/core/search-index.ts';
import { indexArticles } from '../../src/index/index-articles.ts';
import { openSnapshot } from '../../src/index/open-snapshot.ts';
import { readManifest, readPointer } from '../../src/index/snapshot/current-generation.ts';
import { SampleEmbedder, sampleAnalyzer } from './sample-collection.ts';
import { temporaryDirectory } from './temporary-directory.ts';
import { DIMENSIONS, turnCollection } from './turn-collection.ts';

/** How often each test kills; `KILL_POINTS=200 npx vitest run test/index/kill.test.ts` for more. */
const { KILL_POINTS: wanted = '0' } = process.env;
const KILL_POINTS = Number(wanted);

const root = path.resolve(import.meta.dirname, '../..');
const tsx = pathToFileURL(path.join(root, 'node_modules/tsx/dist/loader.mjs')).href;
const expectation = { embedderFingerprint: 'sample-1', analyzerFingerprint: 'characters-1' };

/** Resolves once a process has said a word. */
function said(child: ChildProcess, stream: 'stdout' | 'stderr', word: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let heard = '';
    child[stream]?.on('data', (data) => {
      heard += data;
      if (heard.includes(word)) resolve();
    });
    child.on('exit', () => reject(new Error(`The process ended without "${word}": ${heard}`)));
  });
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => child.on('exit', () => resolve()));
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Numbers from 0 to 1, spread evenly whatever their count (van der Corput). */
function spread(place: number): number {
  let [value, base] = [0, 0.5];
  for (let rest = place; rest > 0; rest >>= 1, base /= 2) value += (rest & 1) * base;
  return value;
}

/** The index as it is, or null where there never was one; anything else fails the test. */
async function openWhole(directory: string): Promise<SearchIndex | null> {
  try {
    return await openSnapshot(directory, expectation);
  } catch (error) {
    if (error instanceof YinzhengError && error.code === 'index-missing') return null;
    throw error;
  }
}

describe('kill -9 while indexing', () => {
  function indexInALoop(directory: string, large: number): ChildProcess {
    const script = path.join(root, 'test/index/index-in-a-loop.ts');
    return spawn(process.execPath, ['--import', tsx, script, directory, String(large)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  }

  /** Milliseconds for one index of each collection, however busy the machine is. */
  async function timeTurns(large: number): Promise<number> {
    const child = indexInALoop(temporaryDirectory(), large);
    const gone = ended(child);
    const turned = said(child, 'stdout', 'turn\nturn\n');
    await said(child, 'stdout', 'ready');
    const began = performance.now();
    await turned;
    const span = performance.now() - began;
    child.kill('SIGKILL');
    await gone;
    return span;
  }

  async function killInTurn(directory: string, large: number, after: number): Promise<void> {
    const child = indexInALoop(directory, large);
    const gone = ended(child);
    await said(child, 'stdout', 'ready');
    await pause(after);
    child.kill('SIGKILL');
    await gone;
  }

  async function killOften(points: number, large: number): Promise<void> {
    const directory = temporaryDirectory();
    const span = await timeTurns(large);
    let existed = false;
    for (let point = 0; point < points; point++) {
      await killInTurn(directory, large, spread(point) * span);
      const index = await openWhole(directory);
      // Once there is an index, there is one for ever.
      expect(index !== null || !existed).toBe(true);
      if (index === null) continue;
      existed = true;
      const whole = [turnCollection('even', 20), turnCollection('odd', large)];
      const collection = whole.find(
        ({ articles }) => articles[0]?.title === index.articles[0]?.title,
      );
      expect(index.articles).toEqual(collection?.articles);
      expect(index.chunks).toEqual(collection?.chunks);
      const last = index.articles.at(-1);
      const vector = new SampleEmbedder('', DIMENSIONS).embed(`${last?.title}\n${last?.body}`);
      const [nearest] = index.searchVectors(vector, { limit: 1 });
      expect(nearest?.score).toBeCloseTo(1, 5);
    }
    expect(existed).toBe(true);
    // The lock, the journal and the folders of the dead are in nobody's way.
    const even = { ...turnCollection('even', 20), chunkSettings: { size: 120, overlap: 0 } };
    await indexArticles({
      ...even,
      embedder: new SampleEmbedder('sample-1', DIMENSIONS),
      analyzer: sampleAnalyzer,
      directory,
      force: true,
    });
    expect(readdirSync(directory).sort()).toEqual(['CURRENT', 'generations']);
    expect(readdirSync(path.join(directory, 'generations'))).toHaveLength(2);
  }

  it('leaves the old or the new index, at points spread over many small runs', async () => {
    await killOften(KILL_POINTS || 20, 30);
  }, 600_000);

  it('leaves the old or the new index, also where a thread builds a graph', async () => {
    await killOften(KILL_POINTS || 5, 1_000);
  }, 1_800_000);
});

describe('kill -9 of npm run index', () => {
  it('leaves an index that opens whole, from the first line it prints to the last', async () => {
    const directory = temporaryDirectory();
    const articles = path.join(directory, 'articles');
    const data = path.join(directory, 'data');
    mkdirSync(articles);
    const start = (text: string) => {
      writeFileSync(path.join(articles, 'news.txt'), `${text}\n`.repeat(20));
      return spawn(process.execPath, ['--import', tsx, 'scripts/index.ts', articles], {
        cwd: root,
        env: { ...process.env, DATA_PATH: data },
        stdio: ['ignore', 'ignore', 'pipe'],
      });
    };
    const first = start('上海合作组织成员国国防部长会议在青岛举行。');
    const firstGone = ended(first);
    await said(first, 'stderr', 'Embedding');
    const began = performance.now();
    await firstGone;
    const span = performance.now() - began;

    const points = KILL_POINTS || 4;
    for (let point = 0; point < points; point++) {
      const child = start(`上海合作组织秘书处发布第${point}号消息,各方表示欢迎。`);
      const gone = ended(child);
      await said(child, 'stderr', 'Embedding');
      await pause(spread(point) * span);
      child.kill('SIGKILL');
      await gone;
      const { description } = await readManifest(data, await readPointer(data));
      const index = await openSnapshot(data, {
        embedderFingerprint: description.embedder,
        analyzerFingerprint: description.analyzer,
      });
      expect(index.chunks.length).toBeGreaterThan(0);
      for (const { articleId, start: from, end, text } of index.chunks) {
        expect(index.article(articleId)?.body.slice(from, end)).toBe(text);
      }
    }
  }, 1_800_000);
});
