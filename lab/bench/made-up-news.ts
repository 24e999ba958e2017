import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { seededRandom } from '../../src/core/random.ts';
import type { BenchDocument } from './bench-material.ts';

const require = createRequire(import.meta.url);

/** About as long as news is: sentences an article, words a sentence. */
const SENTENCES = { fewest: 12, most: 45 };
const WORDS = { fewest: 8, most: 20 };

/** Words that an article comes back to, and how often a word is one of them. */
const TOPIC_SIZE = 8;
const TOPIC_SHARE = 0.15;

const DAY = 86_400_000;

/**
 * Articles of Chinese words drawn by their frequency in jieba's dictionary, each around a few words
 * of its own: no sense, but the spread of words that real text has, for a bench where there is no
 * collection at hand. The same count gives the same articles.
 */
export function makeUpNews(count: number): BenchDocument[] {
  const random = seededRandom(count);
  const between = ({ fewest, most }: { readonly fewest: number; readonly most: number }) =>
    fewest + Math.floor(random() * (most - fewest + 1));
  const times = <Value>(length: number, make: () => Value) => Array.from({ length }, make);
  const { draw, drawRare } = readVocabulary(random);
  return times(count, () => {
    const topic = times(TOPIC_SIZE, drawRare);
    const word = () =>
      random() < TOPIC_SHARE ? (topic[Math.floor(random() * TOPIC_SIZE)] ?? draw()) : draw();
    const sentence = () => `${times(between(WORDS), word).join('')}。`;
    return {
      title: topic.slice(0, 4).join(''),
      text: times(between(SENTENCES), sentence).join(''),
      publishedAt: new Date(Math.floor(random() * 20_000) * DAY).toISOString().slice(0, 10),
    };
  });
}

/** Words by frequency, and words for topics: any but the most frequent, all alike. */
function readVocabulary(random: () => number) {
  const lines = readFileSync(require.resolve('@node-rs/jieba/dict.txt'), 'utf8').split('\n');
  const words: string[] = [];
  const upTo: number[] = [];
  let total = 0;
  for (const line of lines) {
    const [word = '', frequency] = line.split(' ');
    if (!/^\p{Script=Han}{1,4}$/u.test(word)) continue;
    total += Number(frequency);
    words.push(word);
    upTo.push(total);
  }
  const draw = (): string => {
    const wanted = random() * total;
    let low = 0;
    let high = upTo.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((upTo[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return words[low] ?? '';
  };
  const drawRare = (): string => words[Math.floor(random() * words.length)] ?? '';
  return { draw, drawRare };
}
