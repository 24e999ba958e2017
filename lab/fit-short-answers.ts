/**
 * Fits the sureness of short answers: `npx tsx lab/fit-short-answers.ts FILE… [--limit N]`, where
 * each file is a reading collection in RGB's form under a licence that allows it (CMRC, DRCD,
 * XQuAD). Each collection is judged by a model of the others; the model of all is printed as
 * `src/answer/short-answer/sureness-model.ts`.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { modelInputs } from '../src/answer/short-answer/sureness.ts';
import { composeAnswerTools } from '../src/app/compose-answers.ts';
import { composeLanguage } from '../src/app/compose-models.ts';
import { parseRgb } from './evaluate/rgb-collection.ts';
import {
  collectShortAnswer,
  type ShortAnswerCase,
} from './fit-short-answers/collect-short-answers.ts';
import { fitLogistic, type LogisticCase, probability } from './fit-short-answers/logistic.ts';

const PENALTY = 0.003;
/** Share of shown short answers that must be right on collections the model has not seen. */
const MIN_RIGHT = 0.86;

/** Inputs that no reading collection has cases for are left as they are: nobody asks for posts there. */
const BY_HAND: Readonly<Record<string, number>> = { role: 1.5 };

const words = process.argv.slice(2);
const limitAt = words.indexOf('--limit');
const limit = limitAt === -1 ? Number.POSITIVE_INFINITY : Number(words[limitAt + 1]);
const files = limitAt === -1 ? words : words.slice(0, limitAt);

const language = await composeLanguage({ dictionaryPath: null });
const tools = { ...composeAnswerTools(language), readQuestion: language.readQuestion };
const cases: ShortAnswerCase[] = [];
for (const file of files) {
  const questions = parseRgb(await readFile(file, 'utf8'), file).slice(0, limit);
  const collection = path.basename(file, '.jsonl');
  for (const question of questions) {
    const found = collectShortAnswer(question, collection, tools);
    if (found !== null) cases.push(found);
  }
  process.stderr.write(`${collection}: ${cases.length} cases so far\n`);
}

const collections = [...new Set(cases.map(({ collection }) => collection))];
const sizeOf = (collection: string) => cases.filter((one) => one.collection === collection).length;
const logisticCases = (chosen: readonly ShortAnswerCase[]): LogisticCase[] =>
  chosen.map(({ features, group, isRight, collection }) => ({
    x: Object.values(modelInputs(features, group)),
    isRight,
    // Each collection weighs the same whatever its size.
    weight: 1 / sizeOf(collection),
  }));

const judged: { confidence: number; isRight: boolean; collection: string; group: string }[] = [];
for (const held of collections) {
  const model = fitLogistic(
    logisticCases(cases.filter(({ collection }) => collection !== held)),
    PENALTY,
  );
  for (const { features, group, isRight, collection } of cases) {
    if (collection !== held) continue;
    const confidence = probability(model, Object.values(modelInputs(features, group)));
    judged.push({ confidence, isRight, collection, group });
  }
}
judged.sort((a, b) => b.confidence - a.confidence);
let right = 0;
let threshold = 1;
let shown = 0;
for (const [i, one] of judged.entries()) {
  if (one.isRight) right++;
  if (right / (i + 1) >= MIN_RIGHT) {
    threshold = one.confidence;
    shown = i + 1;
  }
}
for (const key of ['collection', 'group'] as const) {
  for (const value of new Set(judged.map((one) => one[key]))) {
    const own = judged.filter((one) => one[key] === value);
    const above = own.filter(({ confidence }) => confidence >= threshold);
    const share = above.filter(({ isRight }) => isRight).length / Math.max(1, above.length);
    process.stderr.write(
      `${value}: ${own.length} cases, ${above.length} shown, ${share.toFixed(2)} right\n`,
    );
  }
}
process.stderr.write(`${shown} of ${judged.length} shown from ${threshold.toFixed(3)} on\n`);

const model = fitLogistic(logisticCases(cases), PENALTY);
const rounded = (value: number) => Math.round(value * 100) / 100;
const [first] = cases;
if (first === undefined) throw new Error('Expected cases, got none. Name files of questions.');
const weights = Object.keys(modelInputs(first.features, first.group))
  .map((name, i) => `    ${name}: ${rounded(BY_HAND[name] ?? model.weights[i] ?? 0)},`)
  .join('\n');
console.log(`/** Written by \`lab/fit-short-answers.ts\`. */
export const SURENESS_MODEL = {
  /** Collections it was fitted on, with their numbers of cases; each weighs the same. */
  from: '${collections.map((one) => `${one} ${sizeOf(one)}`).join(', ')}',
  threshold: ${rounded(threshold)},
  intercept: ${rounded(model.intercept)},
  weights: {
${weights}
  },
} as const;`);
