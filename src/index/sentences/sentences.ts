import type { Article, Language } from '../../core/article.ts';
import { MAX_DATED_STRETCH } from '../../core/search-index.ts';
import type { ConceptStem, Sentence, Word } from '../../core/sentence.ts';
import type { Span } from '../../core/span.ts';
import { NumberReader } from '../columns/number-stream.ts';
import type { Words } from '../words/words.ts';
import { dayNumber } from './day-numbers.ts';
import { STOP_WORD, wordOfFlags } from './sentence-layers.ts';
import { type StoredParts, StoredSentence } from './stored-sentence.ts';

/** The arrays that the sentences of all articles are kept in; they are what goes to disk. */
export interface SentencesData {
  /** The first sentence of each article's title; one more entry than there are articles. */
  readonly articleOffsets: Uint32Array;
  /** The first sentence of each article's body, behind those of its title. */
  readonly bodyOffsets: Uint32Array;
  /** Places on the text, title or body. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly roles: Uint8Array;
  /** For each sentence the gap before and the length of each token, then its layers. */
  readonly stream: Uint8Array;
  /** Where each sentence begins in `stream`. */
  readonly streamOffsets: Uint32Array;
  /** Words of the tokens, sentence after sentence. */
  readonly words: Uint32Array;
  /** Where each sentence begins in `words`; one more entry than there are sentences. */
  readonly wordOffsets: Uint32Array;
  /** Texts that the layers refer to, sentence after sentence. */
  readonly texts: Uint32Array;
  /** Where each sentence begins in `texts`. */
  readonly textOffsets: Uint32Array;
  readonly dated: DatedSentencesData;
  readonly wordForms: WordFormsData;
  readonly sharedTexts: SharedTextsData;
}

/** Resolved dates by their first day. */
export interface DatedSentencesData {
  /** Days since the year 0, ascending. */
  readonly from: Uint32Array;
  /** Last days. */
  readonly to: Uint32Array;
  readonly sentences: Uint32Array;
}

/** What each word of a token is. */
export interface WordFormsData {
  /** Numbers of the normal forms in the dictionary of words. */
  readonly normals: Uint32Array;
  /** See `wordFlags`. */
  readonly flags: Uint8Array;
  /** Where each word's concepts begin; one more entry than there are words. */
  readonly conceptOffsets: Uint32Array;
  /** Numbers of shared texts. */
  readonly conceptStems: Uint32Array;
  /** Places in `weights`. */
  readonly conceptWeights: Uint32Array;
  /** The few different weights that there are. */
  readonly weights: readonly number[];
}

/** Texts that many sentences share, numbered. */
export interface SharedTextsData {
  /** In UTF-8, one after the other. */
  readonly bytes: Uint8Array;
  /** Where each begins; one more entry than there are texts. */
  readonly offsets: Uint32Array;
}

/** What an index knows of words by the numbers of their normal forms. */
export type WordLexicon = Pick<Words, 'dictionary' | 'meanings'>;

/**
 * The annotated sentences of all articles, made of flat arrays, part by part, as they are asked for.
 * Articles are known by their number here; see `articlesInOrder`.
 */
export class Sentences {
  readonly data: SentencesData;
  readonly #lexicon: WordLexicon;
  /** What was made of numbers before, so that a word is one object wherever it stands. */
  readonly #words: (Word | undefined)[];
  readonly #texts: (string | undefined)[];
  readonly #parts: StoredParts;

  /** @param lexicon what the words' normal forms are, and what they mean */
  constructor(data: SentencesData, lexicon: WordLexicon) {
    this.data = data;
    this.#lexicon = lexicon;
    // Of their whole length at once: an array that grows by leaps becomes a hash table.
    this.#words = new Array(data.wordForms.normals.length);
    this.#texts = new Array(data.sharedTexts.offsets.length - 1);
    this.#parts = {
      data,
      word: (number) => this.#word(number),
      text: (number) => this.#text(number),
    };
  }

  /** The sentences of an article, as the annotator gave them. */
  sentencesOf(article: number, { body, language }: Pick<Article, 'body' | 'language'>): Sentence[] {
    const { bodyOffsets, articleOffsets } = this.data;
    const first = bodyOffsets[article] as number;
    return this.#read(first, articleOffsets[article + 1] as number, body, language);
  }

  /** The sentences of an article's title, as the annotator gave them. */
  titleSentencesOf(
    article: number,
    { title, language }: Pick<Article, 'title' | 'language'>,
  ): Sentence[] {
    const { bodyOffsets, articleOffsets } = this.data;
    const first = articleOffsets[article] as number;
    return this.#read(first, bodyOffsets[article] as number, title, language);
  }

  /**
   * Content words of a stretch of an article as numbers of their normal forms, sentence by
   * sentence, each word of a sentence once, in order of first occurrence.
   */
  contentWords(article: number, stretch: Span): Uint32Array[] {
    const { bodyOffsets, articleOffsets } = this.data;
    const words: Uint32Array[] = [];
    const end = articleOffsets[article + 1] as number;
    for (let number = bodyOffsets[article] as number; number < end; number++) {
      const span = this.#spanOf(number);
      if (span.end <= stretch.start) continue;
      if (span.start >= stretch.end) break;
      const isWhole = span.start >= stretch.start && span.end <= stretch.end;
      words.push(isWhole ? this.#wordsOf(number) : this.#wordsWithin(number, span, stretch));
    }
    return words;
  }

  /** Numbers of articles that have a date in a range of days; see `SearchIndex.datedArticles`. */
  dated(from: string, to: string): Set<number> {
    const first = dayNumber(from);
    const last = dayNumber(to);
    const found = new Set<number>();
    if (first === null || last === null) return found;
    const { from: froms, to: tos, sentences } = this.data.dated;
    const earliest = Math.max(0, first - MAX_DATED_STRETCH + 1);
    for (let at = lowerBound(froms, earliest); (froms[at] ?? Infinity) <= last; at++) {
      const start = froms[at] as number;
      const end = tos[at] as number;
      const isShort = end - start < MAX_DATED_STRETCH;
      const isIn = isShort ? end >= first : start >= first && end <= last;
      if (!isIn) continue;
      found.add(lowerBound(this.data.articleOffsets, (sentences[at] as number) + 1) - 1);
    }
    return found;
  }

  #spanOf(number: number): Span {
    return { start: this.data.starts[number] as number, end: this.data.ends[number] as number };
  }

  #read(first: number, end: number, source: string, language: Language): Sentence[] {
    return Array.from(
      { length: end - first },
      (_, index) => new StoredSentence(this.#parts, first + index, index, source, language),
    );
  }

  #word(word: number): Word {
    const known = this.#words[word];
    if (known !== undefined) return known;
    const { normals, flags, conceptOffsets, conceptStems, conceptWeights, weights } =
      this.data.wordForms;
    const concepts: ConceptStem[] = [];
    const end = conceptOffsets[word + 1] as number;
    for (let at = conceptOffsets[word] as number; at < end; at++) {
      const weight = weights[conceptWeights[at] as number] as number;
      concepts.push({ stem: this.#text(conceptStems[at] as number), weight });
    }
    const normal = normals[word] as number;
    const form: Word = {
      normal: this.#lexicon.dictionary.termAt(normal),
      ...wordOfFlags(flags[word] as number),
      concepts,
      vector: this.#lexicon.meanings.vectorOf(normal),
    };
    this.#words[word] = form;
    return form;
  }

  #text(number: number): string {
    const known = this.#texts[number];
    if (known !== undefined) return known;
    const { bytes, offsets } = this.data.sharedTexts;
    const start = bytes.byteOffset + (offsets[number] as number);
    const length = (offsets[number + 1] as number) - (offsets[number] as number);
    const text = Buffer.from(bytes.buffer, start, length).toString('utf8');
    this.#texts[number] = text;
    return text;
  }

  #wordsOf(number: number): Uint32Array {
    const { words, wordOffsets } = this.data;
    return this.#contentOf(words.subarray(wordOffsets[number], wordOffsets[number + 1]));
  }

  #wordsWithin(number: number, { start }: Span, stretch: Span): Uint32Array {
    const { words, wordOffsets, stream, streamOffsets } = this.data;
    const numbers = new NumberReader(stream, streamOffsets[number] as number);
    const within: number[] = [];
    const last = wordOffsets[number + 1] as number;
    let end = start;
    for (let at = wordOffsets[number] as number; at < last; at++) {
      const tokenStart = end + numbers.read();
      end = tokenStart + numbers.read();
      if (tokenStart < stretch.end && end > stretch.start) within.push(words[at] as number);
    }
    return this.#contentOf(within);
  }

  #contentOf(words: ArrayLike<number>): Uint32Array {
    const { normals, flags } = this.data.wordForms;
    const content = new Uint32Array(words.length);
    let count = 0;
    for (let at = 0; at < words.length; at++) {
      const word = words[at] as number;
      if (((flags[word] as number) & STOP_WORD) !== 0) continue;
      const normal = normals[word] as number;
      // Sentences are short: looking through what is there costs less than a set.
      let before = 0;
      while (before < count && content[before] !== normal) before++;
      if (before === count) content[count++] = normal;
    }
    return content.subarray(0, count);
  }
}

/** The first place whose number is not below a bound. */
function lowerBound(ascending: Uint32Array, bound: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] as number) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
