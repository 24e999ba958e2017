import type { Sentence, SentenceToken } from '../../core/sentence.ts';
import { NumberList } from '../columns/number-list.ts';
import { NumberStream } from '../columns/number-stream.ts';
import { joinTexts, NumberedTexts } from '../columns/numbered-texts.ts';
import { dayNumber } from './day-numbers.ts';
import { placeOfRole, wordFlags, writeLayers } from './sentence-layers.ts';

/** Words remembered as brought: most of those that news is written in, in some 5 MB. */
const MAX_BROUGHT = 50_000;

/** Sentences of some articles, with words and texts numbered for themselves. Crosses threads. */
export interface SentenceBatch {
  /** How many sentences each article has, those of its title first. */
  readonly articleCounts: Uint32Array;
  readonly titleCounts: Uint32Array;
  /** Places on the title or the body. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly roles: Uint8Array;
  /** For each sentence the gap before and the length of each token, then its layers. */
  readonly stream: Uint8Array;
  /** Bytes of each sentence in `stream`. */
  readonly streamLengths: Uint32Array;
  /** Numbers of the tokens' words, of which each sentence has so many. */
  readonly words: Uint32Array;
  readonly wordCounts: Uint32Array;
  /** Numbers of the texts that the layers refer to, of which each sentence has so many. */
  readonly texts: Uint32Array;
  readonly textCounts: Uint32Array;
  /** First day, last day and sentence of each resolved date. */
  readonly dated: Uint32Array;
  /** Different texts, by number. */
  readonly textList: string;
  readonly wordList: WordBatch;
}

/** Different words of a batch. */
export interface WordBatch {
  /** Normal forms, by number; two words may share one. */
  readonly normals: string;
  /** See `wordFlags`. */
  readonly flags: Uint8Array;
  /** How many concepts each has; none for a word that an earlier batch of the thread brought. */
  readonly conceptCounts: Uint32Array;
  /** Numbers of the concepts' stems among the texts of the batch. */
  readonly conceptStems: Uint32Array;
  readonly conceptWeights: Float64Array;
}

/** Collects the sentences of articles in their order; one for each batch. */
export class SentenceBatchBuilder {
  readonly #articleCounts = new NumberList();
  readonly #titleCounts = new NumberList();
  readonly #starts = new NumberList();
  readonly #ends = new NumberList();
  readonly #roles = new NumberList();
  readonly #stream = new NumberStream();
  readonly #streamLengths = new NumberList();
  readonly #words = new NumberList();
  readonly #wordCounts = new NumberList();
  readonly #texts = new NumberList();
  readonly #textCounts = new NumberList();
  readonly #dated = new NumberList();
  readonly #textNumbers = new NumberedTexts();
  readonly #wordNumbers: WordNumbers;

  /** @param brought words whose concepts an earlier batch of this thread brought; grows */
  constructor(brought: Set<string>) {
    this.#wordNumbers = new WordNumbers(brought, this.#textNumbers);
  }

  /**
   * Adds the sentences of the next article and those of its title.
   * @returns for each sentence of the article the numbers of its tokens' words
   */
  add(sentences: readonly Sentence[], title: readonly Sentence[]): (readonly number[])[] {
    this.#articleCounts.append(title.length + sentences.length);
    this.#titleCounts.append(title.length);
    for (const sentence of title) this.#addSentence(sentence);
    return sentences.map((sentence) => {
      // Whoever looks for days looks through bodies.
      for (const { from, to } of sentence.dates) this.#addDays(from, to);
      return this.#addSentence(sentence);
    });
  }

  /** The number of a token's word in this batch. */
  wordNumberOf(token: SentenceToken): number {
    return this.#wordNumbers.numberOf(token);
  }

  #addSentence(sentence: Sentence): readonly number[] {
    const { start, end, role, tokens } = sentence;
    this.#starts.append(start);
    this.#ends.append(end);
    this.#roles.append(placeOfRole(role));
    const streamed = this.#stream.length;
    let last = 0;
    const numbers: number[] = [];
    for (const token of tokens) {
      const number = this.#wordNumbers.numberOf(token);
      this.#stream.write(token.start - last);
      this.#stream.write(token.end - token.start);
      this.#words.append(number);
      numbers.push(number);
      last = token.end;
    }
    const texts = this.#texts.length;
    writeLayers(sentence, this.#stream, (text) =>
      this.#texts.append(this.#textNumbers.numberOf(text)),
    );
    this.#streamLengths.append(this.#stream.length - streamed);
    this.#wordCounts.append(tokens.length);
    this.#textCounts.append(this.#texts.length - texts);
    return numbers;
  }

  /** Notes a resolved date of the sentence that comes next. */
  #addDays(from: string | null, to: string | null): void {
    const first = from === null ? null : dayNumber(from);
    const last = to === null ? null : dayNumber(to);
    if (first === null || last === null) return;
    for (const number of [first, last, this.#starts.length]) this.#dated.append(number);
  }

  build(): SentenceBatch {
    // Before the texts are joined, which grow by the stems of the words' concepts.
    const wordList = this.#wordNumbers.build();
    return {
      articleCounts: this.#articleCounts.toArray(),
      titleCounts: this.#titleCounts.toArray(),
      starts: this.#starts.toArray(),
      ends: this.#ends.toArray(),
      roles: Uint8Array.from(this.#roles.toArray()),
      stream: this.#stream.toBytes(),
      streamLengths: this.#streamLengths.toArray(),
      words: this.#words.toArray(),
      wordCounts: this.#wordCounts.toArray(),
      texts: this.#texts.toArray(),
      textCounts: this.#textCounts.toArray(),
      dated: this.#dated.toArray(),
      textList: joinTexts(this.#textNumbers.list()),
      wordList,
    };
  }
}

/** Numbers the different words of a batch: of one normal form there are some for each kind. */
class WordNumbers {
  readonly #brought: Set<string>;
  readonly #texts: NumberedTexts;
  /** By flags, then by normal form. */
  readonly #numbers: (Map<string, number> | undefined)[] = [];
  readonly #normals: string[] = [];
  readonly #flags: number[] = [];
  readonly #conceptCounts = new NumberList();
  readonly #conceptStems = new NumberList();
  readonly #conceptWeights: number[] = [];

  constructor(brought: Set<string>, texts: NumberedTexts) {
    this.#brought = brought;
    this.#texts = texts;
  }

  numberOf(token: SentenceToken): number {
    const flags = wordFlags(token);
    let numbers = this.#numbers[flags];
    if (numbers === undefined) {
      numbers = new Map();
      this.#numbers[flags] = numbers;
    }
    const { normal } = token;
    const known = numbers.get(normal);
    if (known !== undefined) return known;
    const number = this.#normals.push(normal) - 1;
    numbers.set(normal, number);
    this.#flags.push(flags);
    this.#bring(`${flags}${normal}`, token);
    return number;
  }

  #bring(key: string, { concepts }: SentenceToken): void {
    const isNew = !this.#brought.has(key);
    this.#conceptCounts.append(isNew ? concepts.length : 0);
    if (!isNew) return;
    // Whoever joins the batches passes over concepts that it has.
    if (this.#brought.size >= MAX_BROUGHT) this.#brought.clear();
    this.#brought.add(key);
    for (const { stem, weight } of concepts) {
      this.#conceptStems.append(this.#texts.numberOf(stem));
      this.#conceptWeights.push(weight);
    }
  }

  build(): WordBatch {
    return {
      normals: joinTexts(this.#normals),
      flags: Uint8Array.from(this.#flags),
      conceptCounts: this.#conceptCounts.toArray(),
      conceptStems: this.#conceptStems.toArray(),
      conceptWeights: Float64Array.from(this.#conceptWeights),
    };
  }
}
