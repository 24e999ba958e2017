import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { askInTurn } from './ask-in-turn.ts';
import type { BenchMaterial } from './bench-material.ts';
import {
  meanQuality,
  type QuestionScore,
  type RankingQuality,
  scoreRankings,
} from './ranking-quality.ts';
import { performAlone, SystemProcess, TaskFailure } from './system-process.ts';
import type { BuildReport, OpenReport } from './system-task.ts';
import type { SystemEntry } from './systems.ts';

/** How long to ask and to wait. */
export interface MeasuringSettings {
  readonly warmUp: number;
  readonly rounds: number;
  /** Milliseconds that the searches of one system may take together. */
  readonly searchBudget: number;
  /** Milliseconds that building or opening one system may take. */
  readonly patience: number;
}

/** What was measured of a system; null where it did not get that far. */
export interface SystemMeasures {
  readonly system: SystemEntry;
  readonly build: BuildReport | null;
  readonly open: OpenReport | null;
  readonly searches: {
    readonly p50Milliseconds: number;
    readonly p99Milliseconds: number;
    /** Questions it got to. */
    readonly answered: number;
    /** Of the questions it got to, in their order; none where nobody knows what is relevant. */
    readonly scores: readonly QuestionScore[];
    /** Their means, or null where there are none. */
    readonly quality: RankingQuality | null;
  } | null;
  /** What went wrong or was cut short, or null. */
  readonly remark: string | null;
}

export interface MeasuringInput {
  readonly systems: readonly SystemEntry[];
  readonly material: BenchMaterial;
  /** Where the collection lies; each system gets a folder in it. */
  readonly directory: string;
  readonly settings: MeasuringSettings;
  readonly say: (line: string) => void;
}

/** Builds all systems one after the other, opens all, and puts the questions to them in turn. */
export async function measureSystems(input: MeasuringInput): Promise<SystemMeasures[]> {
  const { systems, material, settings, say } = input;
  const running = new Map<string, SystemProcess>();
  try {
    const builds: Attempt<BuildReport>[] = [];
    for (const system of systems) {
      const shared = systems.findIndex(({ id }) => id === system.indexOf);
      builds.push(builds[shared] ?? (await build(system, input)));
    }
    const opens: Attempt<OpenReport>[] = [];
    for (const [place, system] of systems.entries()) {
      const { value, failed = null } = builds[place] ?? {};
      opens.push(value == null ? { value: null, failed } : await open(system, input, running));
    }
    say(`Asking ${material.questions.length} questions, ${settings.rounds} times …`);
    const runs = await askInTurn(running, {
      questions: material.questions.map(({ text }) => text),
      warmUp: settings.warmUp,
      rounds: settings.rounds,
      budget: settings.searchBudget,
    });
    return systems.map((system, place): SystemMeasures => {
      const run = runs.get(system.id);
      const scores = scoresOf(run?.rankings ?? [], material);
      return {
        system,
        build: builds[place]?.value ?? null,
        open: opens[place]?.value ?? null,
        searches:
          run === undefined
            ? null
            : {
                p50Milliseconds: run.p50Milliseconds,
                p99Milliseconds: run.p99Milliseconds,
                answered: run.rankings.length,
                scores,
                quality: scores.length === 0 ? null : meanQuality(scores),
              },
        remark: run === undefined ? (opens[place]?.failed ?? null) : run.cutOff,
      };
    });
  } finally {
    for (const process of running.values()) process.stop();
  }
}

/** A report, or why there is none. */
interface Attempt<Report> {
  readonly value: Report | null;
  readonly failed: string | null;
}

async function attempt<Report>(run: () => Promise<Report>): Promise<Attempt<Report>> {
  try {
    return { value: await run(), failed: null };
  } catch (error) {
    if (!(error instanceof TaskFailure)) throw error;
    return { value: null, failed: error.message };
  }
}

async function build(
  { id, name, module, stopWords }: SystemEntry,
  { directory, settings, say }: MeasuringInput,
): Promise<Attempt<BuildReport>> {
  say(`Building ${name} …`);
  const own = path.join(directory, id);
  await mkdir(own, { recursive: true });
  const task = {
    kind: 'build',
    system: module,
    stopWords,
    collection: directory,
    directory: own,
  } as const;
  return await attempt(() => performAlone(task, settings.patience));
}

async function open(
  { id, name, module, stopWords, indexOf = id }: SystemEntry,
  { directory, material, settings, say }: MeasuringInput,
  running: Map<string, SystemProcess>,
): Promise<Attempt<OpenReport>> {
  say(`Opening ${name} …`);
  const process = new SystemProcess();
  const opened = await attempt(() =>
    process.perform(
      {
        kind: 'open',
        system: module,
        stopWords,
        collection: directory,
        directory: path.join(directory, indexOf),
        question: material.questions[0]?.text ?? '',
      },
      settings.patience,
    ),
  );
  if (opened.value !== null) running.set(id, process);
  return opened;
}

function scoresOf(
  rankings: readonly (readonly number[])[],
  { questions, documents }: BenchMaterial,
): QuestionScore[] {
  const judged = questions.some(({ relevance }) => relevance.size > 0);
  return judged ? scoreRankings(rankings, questions, documents) : [];
}
