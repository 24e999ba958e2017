import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Article, Chunk } from '../../src/core/article.ts';
import type { PassageAnalyzer } from '../../src/core/search-index.ts';
import type { IndexEmbedder } from '../../src/index/index-embedder.ts';

const SEEDS = new URL('../../seeds/shanghai-spirit.txt', import.meta.url);
const DIMENSIONS = 24;

export interface Collection {
  readonly articles: readonly Article[];
  readonly chunks: readonly Chunk[];
}

/** The seed articles' long paragraphs, each as an article cut into pieces of 120 code units. */
export function seedCollection(): Collection {
  const bodies = readFileSync(SEEDS, 'utf8')
    .split('\n')
    .filter((line) => line.length > 100);
  return collectionOf(bodies.map((body, number) => ({ title: `Seed ${number}`, body })));
}

export function collectionOf(texts: readonly { title: string; body: string }[]): Collection {
  const articles = texts.map(({ title, body }, position): Article => {
    const id = createHash('sha256').update(`${title}\n${body}`).digest('hex').slice(0, 16);
    return {
      id,
      title,
      outlet: { name: 'Xin Hua She', zh: '新华社', en: 'Xinhua' },
      publishedAt: `2025-07-${String(1 + (position % 28)).padStart(2, '0')}`,
      language: /\p{Script=Han}/u.test(body) ? 'zh' : 'en',
      body,
      url: null,
      truncated: false,
      origin: { path: 'sample.txt', position },
      copyOf: null,
    };
  });
  const chunks = articles.flatMap(({ id, body }) => {
    const starts = Array.from({ length: Math.ceil(body.length / 120) }, (_, part) => part * 120);
    return starts.map((start): Chunk => {
      const end = Math.min(body.length, start + 120);
      return { id: `${id}-${start}`, articleId: id, start, end, text: body.slice(start, end) };
    });
  });
  return { articles, chunks };
}

/** Characters and pairs of them: enough for keyword search to find something. */
export const sampleAnalyzer: PassageAnalyzer = {
  fingerprint: 'characters-1',
  annotate({ text, language, reference }) {
    return Array.from(text.matchAll(/[^。]+。?/gu), ({ 0: sentence, index: start }, index) => ({
      index,
      start,
      end: start + sentence.length,
      text: sentence,
      language,
      role: 'prose',
      tokens: Array.from(sentence.matchAll(/./gsu), ({ 0: character, index: at }) => ({
        start: at,
        end: at + character.length,
        text: character,
        normal: character.toLowerCase(),
        stop: character === '的',
        kind: 'han',
        concepts: [],
      })),
      dates: [],
      quantities: [],
      names:
        reference === null
          ? []
          : [
              {
                start: 0,
                end: sentence.length,
                text: sentence,
                kind: 'other',
                keys: [reference],
                bearer: 0,
              },
            ],
      quotations: [],
      negations: [],
      attribution: null,
    }));
  },
  forEachWordTerm: ({ normal }, add) => add('concepts', normal, 1),
  forEachTextTerm({ tokens, names }, add) {
    for (const [place, { normal }] of tokens.entries()) {
      add('words', normal + (tokens[place + 1]?.normal ?? ''), 1);
    }
    for (const { keys } of names) for (const key of keys) add('names', key, 1);
  },
  meaningOf: (word) => ({
    direction: /\p{Script=Han}/u.test(word) ? [word.charCodeAt(0) % 7, 3, -1] : null,
    translations: word === '上' ? [{ stem: 'up', weight: 1 }] : [],
  }),
};

/** Hashed characters; it counts the texts that it was asked for. */
export class SampleEmbedder implements IndexEmbedder {
  readonly fingerprint: string;
  readonly #dimensions: number;
  embedded = 0;

  constructor(fingerprint = 'sample-1', dimensions = DIMENSIONS) {
    this.fingerprint = fingerprint;
    this.#dimensions = dimensions;
  }

  async embedDocuments(texts: string[]): Promise<number[][]> {
    this.embedded += texts.length;
    return texts.map((text) => this.embed(text));
  }

  embed(text: string): number[] {
    const vector = new Array<number>(this.#dimensions).fill(0);
    for (const character of text) {
      const place = (character.codePointAt(0) as number) % this.#dimensions;
      vector[place] = (vector[place] as number) + 1;
    }
    return vector;
  }
}
