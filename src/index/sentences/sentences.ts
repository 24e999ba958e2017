import type { Article } from '../../core/article.ts';
import { MAX_DATED_STRETCH } from '../../core/search-index.ts';
import type { ConceptStem, Sentence, SentenceToken } from '../../core/sentence.ts';
import type { Span } from '../../core/span.ts';
import { NumberReader } from '../columns/number-stream.ts';
import type { TermDictionary } from '../keyword/term-dictionary.ts';
import { dayNumber } from './day-numbers.ts';
import { readLayers, roleAt, STOP_WORD, wordOfFlags } from './sentence-layers.ts';

/** The arrays that the sentences of all articles are kept in; they are what goes to disk. */
export interface SentencesData {
  /** The first sentence of each article; one more entry than there are articles. */
  readonly articleOffsets: Uint32Array;
  /** Places on the body of the article. */
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

/** Words of a token without its place. */
type WordForm = Pick<SentenceToken, 'normal' | 'stop' | 'kind' | 'concepts'>;

/**
 * The annotated sentences of all articles, made anew of flat arrays whenever they are asked for.
 * Articles are known by their number here; see `articlesInOrder`.
 */
export class Sentences {
  readonly data: SentencesData;
  readonly #dictionary: TermDictionary;
  /** What was made of numbers before, so that a word is one string wherever it stands. */
  readonly #wordForms: WordForm[] = [];
  readonly #texts: string[] = [];

  /** @param dictionary of the words' normal forms */
  constructor(data: SentencesData, dictionary: TermDictionary) {
    this.data = data;
    this.#dictionary = dictionary;
  }

  /** The sentences of an article, as the annotator gave them. */
  sentencesOf(article: number, { body, language }: Pick<Article, 'body' | 'language'>): Sentence[] {
    const first = this.data.articleOffsets[article] as number;
    const count = (this.data.articleOffsets[article + 1] as number) - first;
    return Array.from({ length: count }, (_, index): Sentence => {
      const number = first + index;
      const { start, end } = this.#spanOf(number);
      const text = body.slice(start, end);
      const role = roleAt(this.data.roles[number] as number);
      const numbers = new NumberReader(this.data.stream, this.data.streamOffsets[number] as number);
      const tokens = this.#tokens(number, text, numbers);
      let next = this.data.textOffsets[number] as number;
      const readText = () => this.#text(this.data.texts[next++] as number);
      return {
        index,
        start,
        end,
        text,
        language,
        role,
        tokens,
        ...readLayers(text, numbers, readText),
      };
    });
  }

  /**
   * Content words of a stretch of an article as numbers of their normal forms, sentence by
   * sentence, each word of a sentence once, in order of first occurrence.
   */
  contentWords(article: number, stretch: Span): Uint32Array[] {
    const { articleOffsets } = this.data;
    const words: Uint32Array[] = [];
    const end = articleOffsets[article + 1] as number;
    for (let number = articleOffsets[article] as number; number < end; number++) {
      const span = this.#spanOf(number);
      if (span.end <= stretch.start) continue;
      if (span.start >= stretch.end) break;
      const isWhole = span.start >= stretch.start && span.end <= stretch.end;
      words.push(isWhole ? this.#wordsOf(number) : this.#wordsWithin(number, span, stretch));
    }
    return words;
  }

  /**
   * Numbers of articles with the places of their sentences that have a date in a range of days;
   * see `SearchIndex.datedArticles`.
   */
  dated(from: string, to: string): Map<number, number[]> {
    const first = dayNumber(from);
    const last = dayNumber(to);
    const found = new Set<number>();
    if (first !== null && last !== null) {
      const { from: froms, to: tos, sentences } = this.data.dated;
      const earliest = Math.max(0, first - MAX_DATED_STRETCH + 1);
      for (let at = lowerBound(froms, earliest); (froms[at] ?? Infinity) <= last; at++) {
        const start = froms[at] as number;
        const end = tos[at] as number;
        const isShort = end - start < MAX_DATED_STRETCH;
        const isIn = isShort ? end >= first : start >= first && end <= last;
        if (isIn) found.add(sentences[at] as number);
      }
    }
    const byArticle = new Map<number, number[]>();
    for (const sentence of [...found].sort((a, b) => a - b)) {
      const article = lowerBound(this.data.articleOffsets, sentence + 1) - 1;
      const place = sentence - (this.data.articleOffsets[article] as number);
      const places = byArticle.get(article);
      if (places === undefined) byArticle.set(article, [place]);
      else places.push(place);
    }
    return byArticle;
  }

  #spanOf(number: number): Span {
    return { start: this.data.starts[number] as number, end: this.data.ends[number] as number };
  }

  #tokens(number: number, text: string, numbers: NumberReader): SentenceToken[] {
    const { words, wordOffsets } = this.data;
    const last = wordOffsets[number + 1] as number;
    const tokens: SentenceToken[] = [];
    let end = 0;
    for (let at = wordOffsets[number] as number; at < last; at++) {
      const start = end + numbers.read();
      end = start + numbers.read();
      const { normal, stop, kind, concepts } = this.#wordForm(words[at] as number);
      tokens.push({ start, end, text: text.slice(start, end), normal, stop, kind, concepts });
    }
    return tokens;
  }

  #wordForm(word: number): WordForm {
    const known = this.#wordForms[word];
    if (known !== undefined) return known;
    const { normals, flags, conceptOffsets, conceptStems, conceptWeights, weights } =
      this.data.wordForms;
    const concepts: ConceptStem[] = [];
    const end = conceptOffsets[word + 1] as number;
    for (let at = conceptOffsets[word] as number; at < end; at++) {
      const weight = weights[conceptWeights[at] as number] as number;
      concepts.push({ stem: this.#text(conceptStems[at] as number), weight });
    }
    const normal = this.#dictionary.termAt(normals[word] as number);
    const form = { normal, ...wordOfFlags(flags[word] as number), concepts };
    this.#wordForms[word] = form;
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
