import type { Language } from '../../core/article.ts';
import type {
  Attribution,
  DateMention,
  Negation,
  Quantity,
  Sentence,
  SentenceName,
  SentenceRole,
  SentenceToken,
  Word,
} from '../../core/sentence.ts';
import type { Span } from '../../core/span.ts';
import { NumberReader } from '../columns/number-stream.ts';
import { readLayers, readNameKeys, roleAt, type StreamedLayers } from './sentence-layers.ts';
import type { SentencesData } from './sentences.ts';

/** Where the sentences of an index take words and texts from, by number. */
export interface StoredParts {
  readonly data: SentencesData;
  word(number: number): Word;
  text(number: number): string;
}

/**
 * A sentence over the columns of an index. Of most that a question is held against, only the words
 * are looked at: tokens with their places, and the layers, are made when somebody asks for them.
 */
export class StoredSentence implements Sentence {
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly language: Language;
  readonly #parts: StoredParts;
  readonly #number: number;
  readonly #source: string;
  #text: string | undefined;
  #words: readonly Word[] | undefined;
  #tokens: readonly SentenceToken[] | undefined;
  #layers: StreamedLayers | undefined;
  #nameKeys: readonly string[] | undefined;

  /**
   * @param number of the sentence in the columns
   * @param index its place among the sentences of its text
   * @param source the text that it stands in
   */
  constructor(
    parts: StoredParts,
    number: number,
    index: number,
    source: string,
    language: Language,
  ) {
    this.#parts = parts;
    this.#number = number;
    this.index = index;
    this.start = parts.data.starts[number] as number;
    this.end = parts.data.ends[number] as number;
    this.#source = source;
    this.language = language;
  }

  get role(): SentenceRole {
    return roleAt(this.#parts.data.roles[this.#number] as number);
  }

  get text(): string {
    this.#text ??= this.#source.slice(this.start, this.end);
    return this.#text;
  }

  get words(): readonly Word[] {
    this.#words ??= this.#readWords();
    return this.#words;
  }

  get tokens(): readonly SentenceToken[] {
    this.#tokens ??= this.#readTokens();
    return this.#tokens;
  }

  get dates(): readonly DateMention[] {
    return this.#readLayers().dates;
  }

  get quantities(): readonly Quantity[] {
    return this.#readLayers().quantities;
  }

  get names(): readonly SentenceName[] {
    return this.#readLayers().names;
  }

  get quotations(): readonly Span[] {
    return this.#readLayers().quotations;
  }

  get negations(): readonly Negation[] {
    return this.#readLayers().negations;
  }

  get attribution(): Attribution | null {
    return this.#readLayers().attribution;
  }

  get nameKeys(): readonly string[] {
    this.#nameKeys ??= readNameKeys(this.#layerNumbers(), this.#texts());
    return this.#nameKeys;
  }

  #readWords(): Word[] {
    const { words, wordOffsets } = this.#parts.data;
    const first = wordOffsets[this.#number] as number;
    const last = wordOffsets[this.#number + 1] as number;
    const read: Word[] = [];
    for (let at = first; at < last; at++) read.push(this.#parts.word(words[at] as number));
    return read;
  }

  #readTokens(): SentenceToken[] {
    const numbers = this.#numbers();
    let before = 0;
    return this.words.map(({ normal, stop, kind, concepts }): SentenceToken => {
      const start = before + numbers.read();
      const end = start + numbers.read();
      before = end;
      return { start, end, text: this.text.slice(start, end), normal, stop, kind, concepts };
    });
  }

  #readLayers(): StreamedLayers {
    this.#layers ??= readLayers(this.text, this.#layerNumbers(), this.#texts());
    return this.#layers;
  }

  #numbers(): NumberReader {
    const { stream, streamOffsets } = this.#parts.data;
    return new NumberReader(stream, streamOffsets[this.#number] as number);
  }

  /** Behind the places of the tokens, which are two numbers each. */
  #layerNumbers(): NumberReader {
    const { wordOffsets } = this.#parts.data;
    const numbers = this.#numbers();
    const tokens =
      (wordOffsets[this.#number + 1] as number) - (wordOffsets[this.#number] as number);
    numbers.skip(2 * tokens);
    return numbers;
  }

  /** The texts that the layers refer to, one after the other. */
  #texts(): () => string {
    const { texts, textOffsets } = this.#parts.data;
    let next = textOffsets[this.#number] as number;
    return () => this.#parts.text(texts[next++] as number);
  }
}
