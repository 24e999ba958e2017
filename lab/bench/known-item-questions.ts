import { splitSentences } from '../../src/language/segment/sentences.ts';
import type { BenchDocument, BenchQuestion } from './bench-material.ts';

/** Words of a question. */
const WORDS = 6;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * Questions where a collection has none of its own: words of one sentence of an article, which is
 * then what should be found. Taken from articles evenly.
 */
export function knownItemQuestions(
  documents: readonly BenchDocument[],
  count: number,
): BenchQuestion[] {
  return Array.from({ length: Math.min(count, documents.length) }, (_, number) => {
    const place = Math.floor((number * documents.length) / count);
    const text = documents[place]?.text ?? '';
    const sentences = splitSentences(text).map(({ start, end }) => text.slice(start, end));
    const words = longest(sentences.map(wordsOf));
    return {
      text: words.slice(0, WORDS).join(' '),
      relevance: new Map([[String(place), 1]]),
      answers: [],
    };
  }).filter(({ text }) => text !== '');
}

/** Words of two characters and more. */
function wordsOf(sentence: string): string[] {
  return Array.from(segmenter.segment(sentence))
    .filter(({ isWordLike, segment }) => isWordLike === true && segment.length > 1)
    .map(({ segment }) => segment);
}

function longest(lists: readonly string[][]): string[] {
  return lists.reduce((best, list) => (list.length > best.length ? list : best), []);
}
