import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { BenchArguments } from './bench-arguments.ts';
import { type BenchMaterial, type MaterialSource, openMaterial } from './bench-material.ts';
import { COLLECTION_FILES } from './collection-files.ts';
import { measureSystems, type SystemMeasures } from './measure-systems.ts';
import type { Preparation } from './prepare-collection.ts';
import { type GroupStanding, standingsOf } from './standings.ts';
import { performAlone } from './system-process.ts';
import { OUR_WORDS, OURS, PEERS } from './systems.ts';

export interface Comparison {
  /** Articles, with the documents of the question set. */
  readonly documents: number;
  readonly questions: number;
  readonly preparation: Preparation;
  /** Ours first, whole and in part. */
  readonly systems: readonly SystemMeasures[];
  /** How much faster ours is than the peers that find no less. */
  readonly standings: readonly GroupStanding[];
}

/** Ours alone over so much news. */
export interface GrowthStep {
  readonly articles: number;
  /** Null where no time was left for it. */
  readonly measures: SystemMeasures | null;
}

export interface BenchReport {
  readonly machine: { readonly processor: string; readonly cores: number; readonly node: string };
  readonly comparison: Comparison | null;
  readonly growth: readonly GrowthStep[];
  readonly seconds: number;
}

/**
 * Runs the whole bench in a folder of its own, which is removed afterwards.
 * @throws {YinzhengError} `usage` when the material cannot be read
 * @throws {TaskFailure} when the articles cannot be prepared
 */
export async function runBench(
  given: BenchArguments,
  say: (line: string) => void,
): Promise<BenchReport> {
  const started = performance.now();
  const directory = await mkdtemp(path.join(os.tmpdir(), 'yinzheng-bench-'));
  const clear = () => rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
  process.once('exit', clear);
  try {
    const source = await openMaterial({
      corpus: given.corpus,
      questions: given.questions,
      mostArticles: Math.max(given.articles, ...given.growth),
    });
    const comparison =
      given.peers.length === 0 ? null : await compare(given, source, directory, say);
    const growth = await measureGrowth(given, source, directory, say);
    const [processor] = os.cpus();
    return {
      machine: {
        processor: processor?.model ?? 'unknown',
        cores: os.availableParallelism(),
        node: process.version,
      },
      comparison,
      growth,
      seconds: Math.round((performance.now() - started) / 1000),
    };
  } finally {
    process.off('exit', clear);
    clear();
  }
}

async function compare(
  given: BenchArguments,
  source: MaterialSource,
  parent: string,
  say: (line: string) => void,
): Promise<Comparison> {
  const directory = path.join(parent, 'comparison');
  const material = source.judged(given.articles);
  await writeArticles(directory, material);
  say(`Cutting ${material.documents.length} articles into passages, words and vectors …`);
  const task = { kind: 'prepare', collection: directory } as const;
  const preparation = await performAlone(task, given.patience);
  const systems = [OURS, OUR_WORDS, ...PEERS.filter(({ id }) => given.peers.includes(id))];
  const measures = await measureSystems({ systems, material, directory, settings: given, say });
  await rm(directory, { recursive: true, force: true });
  return {
    documents: material.documents.length,
    questions: material.questions.length,
    preparation,
    systems: measures,
    standings: standingsOf(measures),
  };
}

/** Larger and larger; a step that the last one says would not be done in time is left out. */
async function measureGrowth(
  given: BenchArguments,
  source: MaterialSource,
  parent: string,
  say: (line: string) => void,
): Promise<GrowthStep[]> {
  const steps: GrowthStep[] = [];
  const deadline = performance.now() + given.minutes * 60_000;
  let millisecondsAnArticle = 0;
  for (const articles of given.growth) {
    const began = performance.now();
    if (began + articles * millisecondsAnArticle > deadline) {
      say(`Growth: no time is left for ${articles} articles.`);
      steps.push({ articles, measures: null });
      continue;
    }
    say(`Growth: ${articles} articles`);
    const directory = path.join(parent, `growth-${articles}`);
    const material = source.unjudged(articles);
    await writeArticles(directory, material);
    const systems = [OURS];
    const [measures = null] = await measureSystems({
      systems,
      material,
      directory,
      settings: given,
      say,
    });
    await rm(directory, { recursive: true, force: true });
    steps.push({ articles, measures });
    millisecondsAnArticle = (performance.now() - began) / articles;
  }
  return steps;
}

async function writeArticles(directory: string, { documents }: BenchMaterial): Promise<void> {
  await mkdir(directory, { recursive: true });
  const lines = documents.map((document) => `${JSON.stringify(document)}\n`);
  await writeFile(path.join(directory, COLLECTION_FILES.articles), lines.join(''));
}
