import path from 'node:path';
import type { Article } from '../../src/core/article.ts';
import { YinzhengError } from '../../src/core/errors.ts';
import type { Retriever } from '../../src/core/passage.ts';
import { type BeirCollection, readBeirCollection } from '../evaluate/beir-collection.ts';
import { mean, standardError } from '../evaluate/ranking-metrics.ts';
import { type QuestionScores, scoreQuestions } from '../evaluate/score-questions.ts';
import { type AblationMeasure, MEASURES, ownMeasures } from './ablation-measures.ts';

/** Retrieval that lacks one rule, or that has all of them. */
export interface AblatedRetriever {
  /** Name of the rule that is switched off; null for the product as it is. */
  readonly without: string | null;
  readonly retriever: Retriever;
}

/** Indexes a collection once, for every way of ranking to be measured over it. */
export type OpenAblated = (articles: readonly Article[]) => Promise<readonly AblatedRetriever[]>;

/** A measure's mean over the questions, and what the rule makes of it. */
export interface AblationFigure {
  readonly value: number;
  /** The value less that of the product as it is. */
  readonly difference: number;
  /** Of the difference, questions paired: twice as much and more is hardly chance. */
  readonly standardError: number;
}

/** One collection without one rule. */
export interface AblationCell {
  readonly figures: Readonly<Partial<Record<AblationMeasure, AblationFigure>>>;
  /** Processor time for each question, in milliseconds; other programs hardly disturb it. */
  readonly cpuMs: number;
}

export interface AblatedCollection {
  readonly name: string;
  readonly questions: number;
  /** What the collection is measured by. */
  readonly measures: readonly AblationMeasure[];
}

export interface AblationRow {
  /** Null for the product as it is, which is the first row. */
  readonly without: string | null;
  /** One for each collection, in their order. */
  readonly cells: readonly AblationCell[];
}

export interface AblationReport {
  readonly collections: readonly AblatedCollection[];
  readonly rows: readonly AblationRow[];
}

const MICROSECONDS = 1_000;

interface OpenedCollection extends AblatedCollection {
  readonly collection: BeirCollection;
}

async function openFolder(folder: string): Promise<OpenedCollection> {
  const name = path.basename(path.resolve(folder));
  const collection = await readBeirCollection(folder, '--ablation');
  const { questions } = collection;
  return { name, collection, questions: questions.length, measures: ownMeasures(questions) };
}

async function timeQuestions(collection: BeirCollection, retriever: Retriever) {
  const started = process.cpuUsage();
  const scores = await scoreQuestions(collection, retriever);
  const { user, system } = process.cpuUsage(started);
  return { scores, cpuMs: (user + system) / MICROSECONDS / scores.length };
}

function figuresOf(
  { measures }: AblatedCollection,
  scores: readonly QuestionScores[],
  whole: readonly QuestionScores[],
): AblationCell['figures'] {
  const figures = measures.map((measure): [AblationMeasure, AblationFigure] => {
    const values = scores.map(MEASURES[measure]);
    const differences = whole.map((one, i) => (values[i] ?? 0) - MEASURES[measure](one));
    return [
      measure,
      {
        value: mean(values),
        difference: mean(differences),
        standardError: standardError(differences),
      },
    ];
  });
  return Object.fromEntries(figures);
}

/**
 * Measures the product as it is and with each rule switched off, on every collection, so that what
 * each rule is worth can be read off: a rule that earns nothing goes.
 *
 * @param folders collections in BEIR layout
 * @param open its first retriever is the product as it is
 * @param onMeasured told of each retriever on each collection
 * @throws {YinzhengError} `usage` when a folder is not of the form, or two have the same name
 */
export async function runAblation(
  folders: readonly string[],
  open: OpenAblated,
  onMeasured: (without: string | null, collection: string) => void,
): Promise<AblationReport> {
  const collections = await Promise.all(folders.map(openFolder));
  const names = collections.map(({ name }) => name);
  if (new Set(names).size < names.length) {
    throw new YinzhengError(
      'usage',
      `Folders of different names were expected; ${names.join(', ')} came.`,
    );
  }
  const whole = new Map<string, readonly QuestionScores[]>();
  const cells = new Map<string | null, AblationCell[]>();
  for (const one of collections) {
    const { name, collection } = one;
    for (const { without, retriever } of await open(collection.articles)) {
      // Code that has run is several times as fast; without this the first row would look slow.
      if (!whole.has(name)) await scoreQuestions(collection, retriever);
      const { scores, cpuMs } = await timeQuestions(collection, retriever);
      const reference = whole.get(name) ?? scores;
      whole.set(name, reference);
      const cell = { figures: figuresOf(one, scores, reference), cpuMs };
      cells.set(without, [...(cells.get(without) ?? []), cell]);
      onMeasured(without, name);
    }
  }
  return {
    collections: collections.map(({ name, questions, measures }) => ({
      name,
      questions,
      measures,
    })),
    rows: Array.from(cells, ([without, row]) => ({ without, cells: row })),
  };
}
