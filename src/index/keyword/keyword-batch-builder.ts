import { NumberList } from '../columns/number-list.ts';
import { joinTexts, NumberedTexts } from '../columns/numbered-texts.ts';

/** Frequencies are kept in steps of 1/256 until the impact is known; 255.99 is the highest. */
export const FREQUENCY_SCALE = 256;

const MAX_FREQUENCY = 0xffff;

/** A field's terms of some chunks, numbered for themselves. Crosses threads. */
export interface KeywordBatch {
  /** Different terms, by number. */
  readonly terms: string;
  /** By chunk: the sum of its frequencies, and how many terms it has. */
  readonly lengths: Float64Array;
  readonly termCounts: Uint32Array;
  /** Numbers of terms, chunk after chunk. */
  readonly numbers: Uint32Array;
  /** How frequent each is in its chunk, in steps of 1/`FREQUENCY_SCALE`. */
  readonly steps: Uint16Array;
}

/**
 * Collects a field's terms of chunks in their order; one for each batch. What many chunks share, a
 * sentence, can be numbered once.
 */
export class KeywordBatchBuilder {
  readonly #terms = new NumberedTexts();
  readonly #lengths: number[] = [];
  readonly #termCounts = new NumberList();
  readonly #numbers = new NumberList();
  readonly #steps = new NumberList();
  /** By term: its frequency in the chunk under way. */
  readonly #frequencies: number[] = [];
  /** Terms of the chunk under way, in order of first occurrence. */
  readonly #held: number[] = [];

  numberOf(term: string): number {
    const number = this.#terms.numberOf(term);
    if (number === this.#frequencies.length) this.#frequencies.push(0);
    return number;
  }

  /** Adds a term to the chunk under way, by its number; none of no or negative frequency. */
  add(number: number, frequency: number): void {
    if (!(frequency > 0)) return;
    const before = this.#frequencies[number] as number;
    if (before === 0) this.#held.push(number);
    this.#frequencies[number] = before + frequency;
  }

  /** Ends the chunk under way; one without terms counts too. */
  endChunk(): void {
    let length = 0;
    for (const number of this.#held) {
      const frequency = this.#frequencies[number] as number;
      this.#frequencies[number] = 0;
      const steps = Math.round(frequency * FREQUENCY_SCALE);
      this.#numbers.append(number);
      this.#steps.append(Math.min(MAX_FREQUENCY, Math.max(1, steps)));
      length += frequency;
    }
    this.#lengths.push(length);
    this.#termCounts.append(this.#held.length);
    this.#held.length = 0;
  }

  build(): KeywordBatch {
    return {
      terms: joinTexts(this.#terms.list()),
      lengths: Float64Array.from(this.#lengths),
      termCounts: this.#termCounts.toArray(),
      numbers: this.#numbers.toArray(),
      steps: Uint16Array.from(this.#steps.toArray()),
    };
  }
}
